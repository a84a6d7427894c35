package org.braidml.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.braidml.runner.experiment.EngineName;

/**
 * What the seeds of one subject on one engine reached.
 *
 * @param subject what was trained
 * @param engine on which engine
 * @param test the metric on the test rows
 * @param validation the metric on the validation rows, of the epoch that was kept
 * @param seconds of the whole runs
 * @param parameters how many numbers the model learns
 */
record Outcome(
    Subject subject,
    EngineName engine,
    Seeds test,
    Seeds validation,
    Seeds seconds,
    long parameters) {

  static Outcome of(Subject subject, EngineName engine, List<JsonNode> reports) {
    return new Outcome(
        subject,
        engine,
        new Seeds(
            reports.stream()
                .map(r -> r.at("/heads/0/metrics/" + subject.metric()).doubleValue())
                .toList()),
        new Seeds(reports.stream().map(r -> validation(r, subject.metric())).toList()),
        new Seeds(reports.stream().map(r -> r.get("seconds").doubleValue()).toList()),
        reports.get(0).get("parameters").longValue());
  }

  private static double validation(JsonNode report, String metric) {
    JsonNode epoch = report.get("epochs").get(report.get("best-epoch").intValue() - 1);
    return epoch.get("validation").get(metric).doubleValue();
  }
}
