package org.braidml.runner.run;

import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Scores;

/**
 * The prediction that ignores the input: for classes their shares in the training rows, the most
 * frequent of which is decided for; for labels the share of rows that have each; for numbers the
 * mean of the training rows.
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
    if (!target.labels().isEmpty()) {
      return new Baseline("share of each label", shares(target.labels().size(), trainingTargets));
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

  /** Returns in which share of the examples each label is present. */
  private static float[] shares(int labels, float[] values) {
    double[] present = new double[labels];
    for (int i = 0; i < values.length; i++) {
      present[i % labels] += values[i];
    }
    float[] shares = new float[labels];
    for (int label = 0; label < labels; label++) {
      shares[label] = (float) (present[label] * labels / values.length);
    }
    return shares;
  }

  /** Returns the metrics of a head for this prediction of every target. */
  Map<String, Double> metrics(HeadBox head, float[] targets) {
    float[] row = head.block().width() == 1 && prediction.length == 2 ? last() : prediction;
    int labels = Math.max(1, head.target().labels().size());
    float[][] rows = new float[targets.length][];
    java.util.Arrays.setAll(rows, i -> labels == 1 ? row : new float[] {row[i % labels]});
    return TestResults.metrics(head, new Scores(rows, targets, labels));
  }

  private float[] last() {
    return new float[] {prediction[prediction.length - 1]};
  }
}
