package org.braidml.runner.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.api.run.HeadReport;

/** Predictions that no model made, with their metrics. The same numbers every time. */
final class SampleHeads {

  private SampleHeads() {}

  static HeadReport binary(String name, String negative, String positive) {
    Random random = new Random(2);
    int rows = 600;
    float[][] predictions = new float[rows][1];
    float[] targets = new float[rows];
    for (int i = 0; i < rows; i++) {
      targets[i] = random.nextDouble() < 0.7 ? 1 : 0;
      double logit = 2.2 * (targets[i] - 0.5) + 1.3 * random.nextGaussian();
      predictions[i][0] = (float) (1 / (1 + Math.exp(-1.6 * logit)));
    }
    float[][] base = new float[rows][];
    Arrays.fill(base, new float[] {0.7f});
    TargetSpec target = new TargetSpec(name, TargetSpec.Kind.BINARY, List.of(negative, positive));
    return of(
        name,
        target,
        new Scores(predictions, targets),
        new Scores(base, targets),
        Metrics.binary());
  }

  static HeadReport multiclass(String name, List<String> labels, int rows) {
    Random random = new Random(3);
    int classes = labels.size();
    float[][] predictions = new float[rows][classes];
    float[] targets = new float[rows];
    for (int i = 0; i < rows; i++) {
      int actual = (int) (classes * Math.pow(random.nextDouble(), 1.5));
      targets[i] = actual;
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        double logit = random.nextGaussian() + (k == actual ? 3.8 : k == (actual ^ 1) ? 1.5 : 0);
        predictions[i][k] = (float) Math.exp(1.2 * logit);
        sum += predictions[i][k];
      }
      for (int k = 0; k < classes; k++) {
        predictions[i][k] /= (float) sum;
      }
    }
    float[] majority = new float[classes];
    majority[0] = 1;
    float[][] base = new float[rows][];
    Arrays.fill(base, majority);
    TargetSpec target = new TargetSpec("language", TargetSpec.Kind.MULTICLASS, labels);
    return of(
        name,
        target,
        new Scores(predictions, targets),
        new Scores(base, targets),
        Metrics.multiclass());
  }

  static HeadReport regression(String name, int rows) {
    Random random = new Random(4);
    float[][] predictions = new float[rows][1];
    float[] targets = new float[rows];
    for (int i = 0; i < rows; i++) {
      double actual = 1500 * Math.pow(random.nextDouble(), 2) + 20;
      targets[i] = (float) actual;
      predictions[i][0] = (float) (0.92 * actual + 40 + 0.12 * actual * random.nextGaussian());
    }
    double mean = IntStream.range(0, rows).mapToDouble(i -> targets[i]).average().orElse(0);
    float[][] base = new float[rows][];
    Arrays.fill(base, new float[] {(float) mean});
    TargetSpec target = new TargetSpec("rentals", TargetSpec.Kind.REGRESSION, List.of());
    HeadReport head =
        of(
            name,
            target,
            new Scores(predictions, targets),
            new Scores(base, targets),
            Metrics.regression());
    return new HeadReport(
        head.head(),
        target,
        head.metrics(),
        head.baseline(),
        "mean",
        Map.of(),
        head.rows(),
        head.scores());
  }

  /** The same beside a number that stays what it was, which is off by so much in every row. */
  static HeadReport withLastValue(HeadReport head, float error) {
    float[] targets = head.scores().targets();
    float[][] last = new float[targets.length][];
    Arrays.setAll(last, i -> new float[] {targets[i] + error});
    Map<String, Double> metrics = new LinkedHashMap<>();
    Metrics.regression().forEach(m -> metrics.put(m.name(), m.of(new Scores(last, targets))));
    return new HeadReport(
        head.head(),
        head.target(),
        head.metrics(),
        head.baseline(),
        head.baselineName(),
        metrics,
        head.rows(),
        head.scores());
  }

  static HeadReport of(
      String name, TargetSpec target, Scores scores, Scores base, List<Metric> metrics) {
    Map<String, Double> reached = new LinkedHashMap<>();
    Map<String, Double> baseline = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      reached.put(metric.name(), metric.of(scores));
      baseline.put(metric.name(), metric.of(base));
    }
    List<Integer> rows = IntStream.range(0, scores.size()).boxed().toList();
    return new HeadReport(
        name, target, reached, baseline, "majority class", Map.of(), rows, scores);
  }

  static List<String> languages(int classes) {
    List<String> names =
        List.of(
            "Arabic",
            "Chinese (Simplified)",
            "Czech",
            "Danish",
            "Dutch",
            "English",
            "Finnish",
            "French",
            "German",
            "Greek",
            "Hebrew",
            "Hungarian",
            "Irish",
            "Italian",
            "Japanese",
            "Korean",
            "Norwegian Bokmål",
            "Polish",
            "Portuguese",
            "Russian",
            "Scottish",
            "Slovak",
            "Slovenian",
            "Spanish (Latin America)",
            "Swedish",
            "Thai",
            "Turkish",
            "Ukrainian",
            "Vietnamese",
            "Welsh",
            "Xhosa",
            "Yoruba",
            "Zulu",
            "Basque",
            "Catalan");
    return IntStream.range(0, classes)
        .mapToObj(k -> k < names.size() ? names.get(k) : "Language " + k)
        .toList();
  }
}
