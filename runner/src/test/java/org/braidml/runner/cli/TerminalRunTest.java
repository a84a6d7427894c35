package org.braidml.runner.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.api.run.HeadReport;
import org.braidml.runner.Golden;
import org.junit.jupiter.api.Test;

/** The table of a result on the terminal. */
final class TerminalRunTest {

  private static final float[] TARGETS = {3, 1, 4, 1, 5, 9};

  private static Map<String, Double> metrics(List<Metric> metrics, float... predictions) {
    float[][] rows = new float[predictions.length][];
    java.util.Arrays.setAll(rows, i -> new float[] {predictions[i]});
    Map<String, Double> values = new LinkedHashMap<>();
    metrics.forEach(metric -> values.put(metric.name(), metric.of(new Scores(rows, TARGETS))));
    return values;
  }

  private static HeadReport head(TargetSpec.Kind kind, Map<String, Double> lastValue) {
    boolean count = kind == TargetSpec.Kind.COUNT;
    List<Metric> metrics = count ? Metrics.count() : Metrics.regression();
    float[][] predictions = {{2}, {2}, {3}, {2}, {5}, {8}};
    return new HeadReport(
        "head",
        new TargetSpec("rentals", kind, List.of()),
        metrics(metrics, 2, 2, 3, 2, 5, 8),
        metrics(metrics, 4, 4, 4, 4, 4, 4),
        "mean",
        lastValue,
        List.of(1, 2, 3, 4, 5, 6),
        new Scores(predictions, TARGETS));
  }

  /**
   * A number without windows over it; a number that is what it was a row before; counts with a 0.
   */
  @Test
  void aSeriesStandsBesideItsLastValue() throws IOException {
    Map<String, Double> numbers = metrics(Metrics.regression(), 2, 3, 1, 4, 1, 5);
    Map<String, Double> counts = metrics(Metrics.count(), 0, 3, 1, 4, 1, 5);
    Golden.matches(
        "messages/last-value",
        String.join(
            "\n",
            TerminalRun.table(head(TargetSpec.Kind.REGRESSION, Map.of())),
            TerminalRun.table(head(TargetSpec.Kind.REGRESSION, numbers)),
            TerminalRun.table(head(TargetSpec.Kind.COUNT, counts))));
  }
}
