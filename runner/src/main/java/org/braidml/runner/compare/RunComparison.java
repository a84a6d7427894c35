package org.braidml.runner.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.metric.Classification;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;
import org.braidml.runner.data.RandomStream;
import org.braidml.runner.study.stats.Bootstrap;
import org.braidml.runner.study.stats.Interval;
import org.braidml.runner.study.stats.McNemar;

/**
 * One head of two runs on the same test rows.
 *
 * @param head its name
 * @param examples how many test rows there are
 * @param metrics each metric of both
 * @param right which rows only one of them got right; empty for numbers
 */
public record RunComparison(
    String head, int examples, List<Measured> metrics, Optional<McNemar> right) {

  private static final int RESAMPLES = 2_000;
  private static final double ALPHA = 0.05;

  /**
   * One metric of two runs.
   *
   * @param name of the metric
   * @param first of the first run
   * @param second of the second run
   * @param interval of second less first, 95 %, by resampling test rows in pairs (percentile, 2,000
   *     resamples); not a number where the metric is not defined on every resample
   */
  public record Measured(String name, double first, double second, Interval interval) {}

  /**
   * Compares every head.
   *
   * @throws ConfigurationException if the runs were not tested on the same rows
   */
  public static List<RunComparison> of(String source, List<Tested> first, List<Tested> second) {
    if (first.isEmpty() || first.size() != second.size()) {
      throw refused(source, "they have other heads, or no test rows");
    }
    List<RunComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Tested a = first.get(i);
      Tested b = second.get(i);
      if (!a.head().equals(b.head()) || !a.classes().equals(b.classes())) {
        throw refused(source, "they predict other targets or classes");
      }
      if (!a.rows().equals(b.rows())
          || !Arrays.equals(a.scores().targets(), b.scores().targets())) {
        throw refused(source, "they were tested on other rows");
      }
      comparisons.add(compared(a, b));
    }
    return comparisons;
  }

  private static ConfigurationException refused(String source, String what) {
    return new ConfigurationException(
        source,
        List.of(
            Problem.at("test rows")
                .what(what)
                .remedy("compare runs of the same data with the same data.split.seed")
                .build()));
  }

  private static RunComparison compared(Tested a, Tested b) {
    List<Metric> metrics = a.metrics();
    double[][] differences = new double[metrics.size()][RESAMPLES];
    int n = a.scores().examples();
    RandomStream stream = RandomStream.of(n, RESAMPLES);
    for (int r = 0; r < RESAMPLES; r++) {
      int[] drawn = new int[n];
      Arrays.setAll(drawn, i -> stream.nextInt(n));
      Scores first = drawn(a.scores(), drawn);
      Scores second = drawn(b.scores(), drawn);
      for (int m = 0; m < metrics.size(); m++) {
        differences[m][r] = metrics.get(m).of(second) - metrics.get(m).of(first);
      }
    }
    List<Measured> measured = new ArrayList<>();
    for (int m = 0; m < metrics.size(); m++) {
      measured.add(
          new Measured(
              metrics.get(m).name(),
              metrics.get(m).of(a.scores()),
              metrics.get(m).of(b.scores()),
              interval(differences[m])));
    }
    Optional<McNemar> right =
        a.classes().isEmpty() ? Optional.empty() : Optional.of(right(a.scores(), b.scores()));
    return new RunComparison(a.head(), n, measured, right);
  }

  private static Interval interval(double[] differences) {
    return Arrays.stream(differences).anyMatch(Double::isNaN)
        ? new Interval(Double.NaN, Double.NaN)
        : Bootstrap.percentile(ALPHA, differences);
  }

  /** Returns some examples, each with all its labels. */
  private static Scores drawn(Scores scores, int[] examples) {
    int labels = scores.labels();
    float[][] predictions = new float[examples.length * labels][];
    float[] targets = new float[predictions.length];
    for (int i = 0; i < targets.length; i++) {
      int row = examples[i / labels] * labels + i % labels;
      predictions[i] = scores.predictions()[row];
      targets[i] = scores.targets()[row];
    }
    return new Scores(predictions, targets, labels);
  }

  private static McNemar right(Scores a, Scores b) {
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int i = 0; i < a.examples(); i++) {
      boolean first = Classification.right(a, i);
      boolean second = Classification.right(b, i);
      onlyFirst += first && !second ? 1 : 0;
      onlySecond += second && !first ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlySecond);
  }
}
