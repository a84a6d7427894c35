package org.braidml.runner.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;
import org.braidml.api.run.HeadReport;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.train.Evaluation;

/** The metrics of each head on test rows, beside predictions without a model. */
final class TestResults {

  private TestResults() {}

  static List<HeadReport> of(Evaluation evaluation, PreparedData data) {
    List<HeadReport> reports = new ArrayList<>();
    for (HeadBox head : evaluation.heads()) {
      Scores scores = evaluation.scores(head.name());
      List<Integer> rows = evaluation.scoredRows(head.name());
      Baseline baseline = Baseline.of(head.target(), data.train().target(head.target().name()));
      reports.add(
          new HeadReport(
              head.name(),
              head.target(),
              metrics(head, scores),
              baseline.metrics(head, scores.targets()),
              baseline.name(),
              lastValue(head, scores.targets(), rows, data),
              rows,
              scores));
    }
    return List.copyOf(reports);
  }

  static Map<String, Double> metrics(HeadBox head, Scores scores) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (Metric metric : head.block().metrics()) {
      metrics.put(metric.name(), metric.of(scores));
    }
    return metrics;
  }

  /**
   * Returns the metrics of the last value of each window on the rows that the model was tested on.
   */
  private static Map<String, Double> lastValue(
      HeadBox head, float[] targets, List<Integer> rows, PreparedData data) {
    float[] values = data.lastValues().get(head.target().name());
    if (values == null) {
      return Map.of();
    }
    Map<Integer, float[]> byRow = new HashMap<>();
    for (int example = 0; example < values.length; example++) {
      byRow.put(data.test().row(example), new float[] {values[example]});
    }
    return metrics(
        head,
        new Scores(
            rows.stream()
                .map(row -> Objects.requireNonNull(byRow.get(row)))
                .toArray(float[][]::new),
            targets));
  }
}
