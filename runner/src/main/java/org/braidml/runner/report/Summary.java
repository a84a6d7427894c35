package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braidml.api.metric.Metrics;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.RunReport;

/** The result of a run in a sentence a head. */
final class Summary {

  private Summary() {}

  static List<String> sentences(RunReport report) {
    if (report.heads().isEmpty()) {
      return List.of(
          "There are no test rows, so nothing was measured on them." + validated(report));
    }
    List<String> sentences = new ArrayList<>();
    for (HeadReport head : report.heads()) {
      String name = report.heads().size() > 1 ? head.head() + ": " : "";
      sentences.add(name + sentence(head));
    }
    return sentences;
  }

  private static String sentence(HeadReport head) {
    String rows =
        Numbers.count(
            head.scores().examples(),
            head.target().stepsOf().isPresent() ? "test step" : "test row");
    if (head.metrics().isEmpty()) {
      return "nothing was measured on " + rows + ".";
    }
    Map.Entry<String, Double> first = head.metrics().entrySet().iterator().next();
    double reached = first.getValue();
    StringBuilder sentence =
        new StringBuilder(
            Double.isNaN(reached)
                ? first.getKey() + " is not defined on " + rows
                : first.getKey() + " " + Numbers.brief(reached) + " on " + rows);
    head.baselines()
        .forEach(
            (name, metrics) ->
                sentence.append(
                    beside(
                        name,
                        first.getKey(),
                        metrics.getOrDefault(first.getKey(), Double.NaN),
                        reached)));
    return sentence.append('.').toString();
  }

  /** Returns what a prediction without a model reaches, or nothing where that is not defined. */
  private static String beside(String name, String metric, double base, double reached) {
    if (Double.isNaN(base)) {
      return "";
    }
    boolean noBetter = isBetter(metric, base, reached) || base == reached;
    return "; the %s reaches %s%s"
        .formatted(name, Numbers.brief(base), noBetter ? ", so this run is no better" : "");
  }

  private static String validated(RunReport report) {
    return report.epochs().stream()
        .filter(epoch -> epoch.epoch() == report.bestEpoch())
        .map(EpochReport::validation)
        .filter(validation -> validation.containsKey("loss"))
        .map(validation -> validation.getOrDefault("loss", Double.NaN))
        .map(loss -> " The best validation loss is " + Numbers.brief(loss) + ".")
        .findFirst()
        .orElse("");
  }

  /** Returns whether one value of a metric is better than another; false if nobody can say. */
  static boolean isBetter(String metric, double value, double other) {
    return Metrics.named(metric)
        .map(known -> known.higherIsBetter() ? value > other : value < other)
        .orElse(false);
  }
}
