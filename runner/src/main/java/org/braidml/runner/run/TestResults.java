package org.braidml.runner.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;
import org.braidml.api.run.HeadReport;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.train.Evaluation;

/** The metrics of each head on test rows, beside a prediction that ignores the input. */
final class TestResults {

  private TestResults() {}

  static List<HeadReport> of(Evaluation evaluation, Examples train) {
    List<HeadReport> reports = new ArrayList<>();
    for (HeadBox head : evaluation.heads()) {
      Scores scores = evaluation.scores(head.name());
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (Metric metric : head.block().metrics()) {
        metrics.put(metric.name(), metric.of(scores));
      }
      Baseline baseline = Baseline.of(head.target(), train.target(head.target().name()));
      reports.add(
          new HeadReport(
              head.name(),
              head.target(),
              metrics,
              baseline.metrics(head, scores.targets()),
              baseline.name(),
              evaluation.scoredRows(head.name()),
              scores));
    }
    return List.copyOf(reports);
  }
}
