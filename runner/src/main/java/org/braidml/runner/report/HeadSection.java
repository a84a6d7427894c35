package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.api.run.HeadReport;

/**
 * What a page tells of one head.
 *
 * @param id of its element
 * @param title above it
 * @param scores metric, this run, baselines
 * @param charts of the predictions
 * @param tables of the predictions
 * @param notes what could not be shown, and why
 */
record HeadSection(
    String id,
    String title,
    Table scores,
    List<Chart> charts,
    List<Table> tables,
    List<String> notes) {

  /**
   * Makes a section.
   *
   * @param head what was reached
   * @param id of the section; those of its charts begin with it
   * @param alone whether the model has no other head
   */
  static HeadSection of(HeadReport head, String id, boolean alone) {
    HeadSection section =
        new HeadSection(
            id,
            alone ? "Test result" : "Test result: " + head.head(),
            scores(head),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    if (head.scores().size() == 0) {
      section.notes.add("There are no test rows for this head.");
    } else if (head.target().classes().isEmpty()) {
      section.addNumbers(head.scores());
    } else {
      section.addClasses(head.target(), head.scores());
      if (!head.target().labels().isEmpty()) {
        section.tables.add(LabelTable.of(head));
        section.notes.add("Charts and classes are of all labels of all test rows together.");
      }
    }
    return section;
  }

  /** The same with a table below the others. */
  HeadSection with(Table table) {
    List<Table> more = new ArrayList<>(tables);
    more.add(table);
    return new HeadSection(id, title, scores, charts, more, notes);
  }

  private static Table scores(HeadReport head) {
    Table.Builder table =
        Table.of(
                "Target %s on %s"
                    .formatted(
                        head.target().name(), Numbers.count(head.scores().examples(), "test row")))
            .text("Metric")
            .numbers("This run");
    head.baselines().keySet().forEach(name -> table.numbers("Baseline: " + name));
    for (Map.Entry<String, Double> entry : head.metrics().entrySet()) {
      String metric = entry.getKey();
      List<Double> values = new ArrayList<>(List.of(entry.getValue()));
      head.baselines().values().forEach(b -> values.add(b.getOrDefault(metric, Double.NaN)));
      List<Table.Cell> cells =
          new ArrayList<>(List.of(Table.Cell.of(metric).withNote(direction(metric))));
      for (double value : values) {
        cells.add(Table.Cell.of(Numbers.exact(value)).strongIf(best(metric, value, values)));
      }
      table.row(cells);
    }
    return table.build();
  }

  /** Returns whether one value is better than all others; of two where one is undefined none is. */
  private static boolean best(String metric, double value, List<Double> values) {
    long worse = values.stream().filter(other -> Summary.isBetter(metric, value, other)).count();
    long defined = values.stream().filter(other -> !Double.isNaN(other)).count();
    return worse > 0 && worse == defined - 1;
  }

  private static String direction(String metric) {
    return Metrics.named(metric)
        .map(Metric::higherIsBetter)
        .map(higher -> higher ? "higher is better" : "lower is better")
        .orElse("");
  }

  private void addNumbers(Scores scores) {
    RegressionCharts regression = new RegressionCharts(scores);
    if (regression.size() < scores.size()) {
      notes.add(
          Numbers.count(scores.size() - regression.size(), "test row")
              + " without a finite prediction: not in the charts.");
    }
    if (regression.size() > 0) {
      charts.add(regression.scatter(id + "-scatter"));
      charts.add(regression.residuals(id + "-residuals"));
    }
  }

  private void addClasses(TargetSpec target, Scores scores) {
    Confusion confusion = Confusion.of(target, scores);
    charts.add(ConfusionCharts.heatMap(id + "-confusion", confusion));
    if (scores.classes() > confusion.size()) {
      notes.add(
          "The rarest %s of %s stand as one, \"all others\"."
              .formatted(
                  Numbers.count(scores.classes() - confusion.size() + 1),
                  Numbers.count(scores.classes()) + " classes"));
    }
    if (target.kind().isTruth()) {
      RankingCharts ranking = new RankingCharts(scores);
      if (ranking.defined()) {
        String positive = confusion.labels().get(1);
        charts.add(ranking.roc(id + "-roc", positive));
        charts.add(ranking.precisionRecall(id + "-pr", positive));
      } else {
        notes.add("Only one class occurs among the test rows: there is no ROC curve to draw.");
      }
    }
    charts.add(new CalibrationChart(target, scores).chart(id + "-calibration"));
    Table mistakes = ConfusionCharts.mistakes(confusion);
    if (confusion.size() > 2 && !mistakes.empty()) {
      tables.add(mistakes);
    }
    tables.add(ConfusionCharts.classes(confusion));
  }
}
