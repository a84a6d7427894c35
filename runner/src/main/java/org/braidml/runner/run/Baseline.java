package org.braidml.runner.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;

/**
 * The prediction that ignores the input: for classes their shares in the training rows, the most
 * frequent of which is decided for; for numbers the mean of the training rows.
 *
 * @param name how it is called
 * @param prediction the same for every example
 */
record Baseline(String name, float[] prediction) {

  static Baseline of(TargetSpec target, float[] trainingTargets) {
    if (target.classes().isEmpty()) {
      double sum = 0;
      for (float value : trainingTargets) {
        sum += value;
      }
      return new Baseline("mean", new float[] {(float) (sum / trainingTargets.length)});
    }
    int[] counts = new int[target.classes().size()];
    for (float value : trainingTargets) {
      counts[(int) value]++;
    }
    float[] shares = new float[counts.length];
    for (int k = 0; k < shares.length; k++) {
      shares[k] = (float) ((double) counts[k] / trainingTargets.length);
    }
    return new Baseline("majority class", shares);
  }

  /** Returns the metrics of a head for this prediction of every target. */
  Map<String, Double> metrics(HeadBox head, float[] targets) {
    float[] row = head.block().width() == 1 && prediction.length == 2 ? last() : prediction;
    float[][] rows = new float[targets.length][];
    java.util.Arrays.fill(rows, row);
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Metric metric : head.block().metrics()) {
      metrics.put(metric.name(), metric.of(new Scores(rows, targets)));
    }
    return metrics;
  }

  private float[] last() {
    return new float[] {prediction[prediction.length - 1]};
  }
}
