package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.braidml.api.config.Names;
import org.braidml.runner.report.Chart;
import org.braidml.runner.report.ChartData;
import org.braidml.runner.report.ChartData.Axis;
import org.braidml.runner.report.ChartData.IntervalRow;
import org.braidml.runner.report.ChartData.Line;
import org.braidml.runner.report.ChartData.Mark;
import org.braidml.runner.report.Table;
import org.braidml.runner.study.config.ComparedRows;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Compared;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.stats.Interval;

/** The ranking, the comparisons and the learning curves of a study as charts. */
final class StudyCharts {

  /** A row of a chart, and what stands around them all, in CSS pixels. */
  private static final int ROW = 34;

  private static final int AROUND = 70;
  private static final int TALL = 380;

  private final StudyReport report;
  private final StudyPlan plan;
  private final Numbers numbers;
  private final Scores scores;

  StudyCharts(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
    this.numbers = new Numbers(plan);
    this.scores = new Scores(report);
  }

  /** Returns the variants as they are ranked. */
  Chart ranking() {
    List<IntervalRow> rows = new ArrayList<>();
    Table.Builder table =
        Table.of("Means of " + plan.metric() + " on the validation rows")
            .text("Variant")
            .numbers("Mean", "From", "To", capital(plan.unit()));
    for (Row row : report.rows()) {
      List<Double> reached = scores.of(row, ComparedRows.VALIDATION);
      Interval interval = scores.interval(reached, ComparedRows.VALIDATION);
      String name = row.variant().name();
      rows.add(row(name, reached, row.validation().mean(), interval, name.equals(plan.baseline())));
      table.row(
          name,
          Numbers.exact(row.validation().mean()),
          Numbers.exact(interval.low()),
          Numbers.exact(interval.high()),
          Integer.toString(reached.size()));
    }
    return new Chart(
        "ranking-means",
        "Ranked by " + plan.metric() + " on the validation rows",
        "Large: the mean over %s with its 95 %% t interval. Small: each %s. The baseline, %s, is in the second colour. Intervals of two means do not tell whether they differ: the comparisons do."
            .formatted(plan.unit(), one(), plan.baseline()),
        "Dot plot of %s on the validation rows, one row a variant, the best first. %s"
            .formatted(plan.metric(), best()),
        wide(rows.size()),
        new ChartData.Intervals(Axis.free(plan.metric()), rows, null),
        table.build());
  }

  private String best() {
    List<Row> ranked = report.rows().stream().filter(row -> row.rank() > 0).toList();
    if (ranked.isEmpty()) {
      return "No variant has all its %s.".formatted(plan.unit());
    }
    Row first = ranked.get(0);
    Row last = ranked.get(ranked.size() - 1);
    return "First: %s with a mean of %s; last: %s with %s."
        .formatted(
            first.variant().name(),
            Numbers.exact(first.validation().mean()),
            last.variant().name(),
            Numbers.exact(last.validation().mean()));
  }

  /** Returns the differences to the baseline. */
  Chart differences() {
    double scale = numbers.scale();
    List<IntervalRow> rows = new ArrayList<>();
    int shown = 0;
    for (Compared c : report.comparisons()) {
      boolean differs =
          c.verdict() == StudyReport.Verdict.BETTER || c.verdict() == StudyReport.Verdict.WORSE;
      shown += differs ? 1 : 0;
      Interval scaled = new Interval(scale * c.interval().low(), scale * c.interval().high());
      List<Double> each = c.differences().stream().map(d -> scale * d).toList();
      rows.add(row(c.variant(), each, scale * c.difference(), scaled, differs));
    }
    return new Chart(
        "differences",
        "Differences to %s, paired by %s".formatted(plan.baseline(), one()),
        "Large: the mean difference with its simultaneous interval. Small: each %s. In the second colour: a difference was shown. %s of the dashed line is better than the baseline."
            .formatted(one(), plan.higherIsBetter() ? "Right" : "Left"),
        "Dot plot of the differences to %s on the %s rows, one row a comparison: a difference was shown in %d of %d."
            .formatted(
                plan.baseline(),
                Names.ofConstant(plan.compare()),
                shown,
                report.comparisons().size()),
        wide(rows.size()),
        new ChartData.Intervals(Axis.free(numbers.axis()), rows, new Mark(0, plan.baseline())),
        new StudyTables(report).comparisons());
  }

  /**
   * Returns how the variants learned; the best six and the baseline have a colour of their own.
   *
   * @param curves the mean of each epoch from the first, by variant
   */
  Chart learning(Map<String, List<Double>> curves) {
    List<Line> lines = new ArrayList<>();
    Table.Builder table =
        Table.of("Mean " + plan.metric() + " on the validation rows")
            .text("Variant")
            .numbers("First epoch", "Last epoch", "Epochs");
    for (Row row : report.rows()) {
      String name = row.variant().name();
      List<Double> curve = curves.getOrDefault(name, List.of());
      if (curve.isEmpty()) {
        continue;
      }
      List<List<Double>> points = new ArrayList<>();
      for (int epoch = 1; epoch <= curve.size(); epoch++) {
        points.add(ChartData.point(epoch, curve.get(epoch - 1)));
      }
      ChartData.Stroke stroke =
          row.variant().reference() ? ChartData.Stroke.DASHED : ChartData.Stroke.SOLID;
      lines.add(new Line(name, points, stroke, points.size() <= 40));
      table.row(
          name,
          Numbers.exact(curve.get(0)),
          Numbers.exact(curve.get(curve.size() - 1)),
          Integer.toString(curve.size()));
    }
    return new Chart(
        "learning-curves",
        plan.metric() + " on the validation rows by epoch",
        "Means over %1$s, as far as all %1$s of the variant trained. References are dashed."
            .formatted(plan.unit()),
        "Line chart of the mean %s on the validation rows by epoch, one line for each of %d variants."
            .formatted(plan.metric(), lines.size()),
        new Chart.Box(TALL, 0, true),
        new ChartData.Curves(new Axis("Epoch", null, null, true), Axis.free(plan.metric()), lines),
        table.build());
  }

  /** What a trial is called: {@code seed} or {@code fold}. */
  private String one() {
    return plan.unit().substring(0, plan.unit().length() - 1);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static IntervalRow row(
      String name, List<Double> points, double mean, Interval interval, boolean strong) {
    return new IntervalRow(name, points, mean, interval.low(), interval.high(), strong);
  }

  private static Chart.Box wide(int rows) {
    return new Chart.Box(AROUND + ROW * rows, 0, true);
  }
}
