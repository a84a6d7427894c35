package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.api.config.Names;
import org.braidml.runner.report.Chart;
import org.braidml.runner.report.ChartData;
import org.braidml.runner.report.ChartData.Axis;
import org.braidml.runner.report.ChartData.IntervalRow;
import org.braidml.runner.report.ChartData.Line;
import org.braidml.runner.report.ChartData.Mark;
import org.braidml.runner.report.ChartData.NamedPoint;
import org.braidml.runner.report.Table;
import org.braidml.runner.study.config.ComparedRows;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Compared;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.run.TrialResult;
import org.braidml.runner.study.stats.Interval;
import org.braidml.runner.study.stats.PairedT;

/** The charts of a study. Means over seeds stand with their 95 % t intervals. */
final class StudyCharts {

  /** A row of a chart, and what stands around them all, in CSS pixels. */
  private static final int ROW = 34;

  private static final int AROUND = 70;
  private static final int TALL = 380;
  private static final double ALPHA = 0.05;
  private static final int MOST_MAPS = 6;
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  private final StudyReport report;
  private final StudyPlan plan;
  private final Numbers numbers;

  StudyCharts(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
    this.numbers = new Numbers(plan);
  }

  /** Returns the variants as they are ranked. */
  Chart ranking() {
    List<IntervalRow> rows = new ArrayList<>();
    Table.Builder table =
        Table.of("Means of " + plan.metric() + " on the validation rows")
            .text("Variant")
            .numbers("Mean", "From", "To", "Seeds");
    for (Row row : report.rows()) {
      List<Double> scores = scores(row, ComparedRows.VALIDATION);
      Interval interval = interval(scores, ComparedRows.VALIDATION);
      String name = row.variant().name();
      rows.add(row(name, scores, row.validation().mean(), interval, name.equals(plan.baseline())));
      table.row(
          name,
          Numbers.exact(row.validation().mean()),
          Numbers.exact(interval.low()),
          Numbers.exact(interval.high()),
          Integer.toString(scores.size()));
    }
    return new Chart(
        "ranking-means",
        "Ranked by " + plan.metric() + " on the validation rows",
        "Large: the mean over seeds with its 95 % t interval. Small: each seed. The baseline, "
            + plan.baseline()
            + ", is in the second colour. Intervals of two means do not tell whether they differ:"
            + " the comparisons do.",
        "Dot plot of %s on the validation rows, one row a variant, the best first. %s"
            .formatted(plan.metric(), best()),
        wide(rows.size()),
        new ChartData.Intervals(Axis.free(plan.metric()), rows, null),
        table.build());
  }

  private String best() {
    List<Row> ranked = report.rows().stream().filter(row -> row.rank() > 0).toList();
    if (ranked.isEmpty()) {
      return "No variant has all its seeds.";
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
        "Differences to " + plan.baseline() + ", paired by seed",
        "Large: the mean difference with its simultaneous interval. Small: each seed. In the second"
            + " colour: a difference was shown. "
            + (plan.higherIsBetter() ? "Right" : "Left")
            + " of the dashed line is better than the baseline.",
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

  /** Returns a heat map of two axes, one for each combination of the others' values. */
  List<Chart> heatMaps() {
    List<Chart> charts = new ArrayList<>();
    if (plan.axes().size() < 2) {
      return charts;
    }
    String down = plan.axes().get(0);
    String right = plan.axes().get(1);
    Map<Map<String, String>, List<Row>> maps = new LinkedHashMap<>();
    for (Row row : report.rows()) {
      Map<String, String> rest = new LinkedHashMap<>(row.variant().labels());
      if (rest.remove(down) != null && rest.remove(right) != null) {
        maps.computeIfAbsent(rest, key -> new ArrayList<>()).add(row);
      }
    }
    maps.forEach((rest, rows) -> charts.add(heatMap("map-" + charts.size(), rest, rows)));
    return charts.size() > MOST_MAPS ? charts.subList(0, MOST_MAPS) : charts;
  }

  private Chart heatMap(String id, Map<String, String> rest, List<Row> rows) {
    String down = plan.axes().get(0);
    String right = plan.axes().get(1);
    List<String> across = values(right, rows);
    List<List<Double>> values = new ArrayList<>();
    Table.Builder table = Table.of("Means by " + down + " and " + right).text(down);
    across.forEach(table::numbers);
    for (String of : values(down, rows)) {
      List<Double> line = new ArrayList<>();
      List<String> cells = new ArrayList<>(List.of(of));
      for (String by : across) {
        double mean =
            rows.stream()
                .filter(row -> of.equals(row.variant().labels().get(down)))
                .filter(row -> by.equals(row.variant().labels().get(right)))
                .mapToDouble(row -> row.validation().mean())
                .findFirst()
                .orElse(Double.NaN);
        line.add(mean);
        cells.add(Numbers.exact(mean));
      }
      values.add(line);
      table.row(cells.toArray(new String[0]));
    }
    String with = rest.isEmpty() ? "" : ", with " + String.join(", ", rest.values());
    return new Chart(
        id,
        "%s by %s and %s%s".formatted(plan.metric(), down, right, with),
        "Means over seeds on the validation rows; the deepest in colour is the best.",
        "Heat map of the mean %s on the validation rows by %s (down) and %s (across)%s."
            .formatted(plan.metric(), down, right, with),
        new Chart.Box(AROUND + 46 * values.size(), 0, false),
        new ChartData.Grid(right, down, across, values(down, rows), values, plan.higherIsBetter()),
        table.build());
  }

  /** The values of an axis that occur, in the order of the plan. */
  private List<String> values(String axis, Collection<Row> rows) {
    Set<String> values = new LinkedHashSet<>();
    plan.variants().stream()
        .filter(variant -> rows.stream().anyMatch(row -> row.variant().equals(variant)))
        .forEach(variant -> values.add(variant.labels().getOrDefault(axis, "")));
    return List.copyOf(values);
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
        "Means over seeds, as far as all seeds of the variant trained. References are dashed.",
        "Line chart of the mean %s on the validation rows by epoch, one line for each of %d variants."
            .formatted(plan.metric(), lines.size()),
        new Chart.Box(TALL, 0, true),
        new ChartData.Curves(new Axis("Epoch", null, null, true), Axis.free(plan.metric()), lines),
        table.build());
  }

  /** Returns what is reached against the time and the parameters that it takes. */
  List<Chart> costs() {
    return List.of(
        cost("cost-time", "seconds of training an epoch", row -> row.cost().secondsAnEpoch()),
        cost("cost-parameters", "parameters", row -> row.cost().parameters()));
  }

  private Chart cost(String id, String what, java.util.function.ToDoubleFunction<Row> cost) {
    List<NamedPoint> points = new ArrayList<>();
    String rows = Names.ofConstant(plan.compare());
    Table.Builder table =
        Table.of("Mean %s on the %s rows, and %s".formatted(plan.metric(), rows, what))
            .text("Variant")
            .numbers(what, plan.metric());
    for (Row row : report.rows()) {
      List<Double> scores = scores(row, plan.compare());
      if (!scores.isEmpty()) {
        Interval interval = interval(scores, plan.compare());
        double mean = scores.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        String name = row.variant().name();
        points.add(
            new NamedPoint(
                name,
                cost.applyAsDouble(row),
                mean,
                interval.low(),
                interval.high(),
                name.equals(plan.baseline())));
        double x = cost.applyAsDouble(row);
        table.row(name, Numbers.number(x, x < 100 ? 2 : 0), Numbers.exact(mean));
      }
    }
    return new Chart(
        id,
        plan.metric() + " against " + what,
        "Means on the %s rows with their 95 %% t intervals over seeds; %s and to the left is better."
            .formatted(rows, plan.higherIsBetter() ? "up" : "down"),
        "Scatter chart of the mean %s on the %s rows against %s, one point for each of %d variants."
            .formatted(plan.metric(), rows, what, points.size()),
        new Chart.Box(TALL, 0, false),
        new ChartData.Points(new Axis(what, 0.0, null, false), Axis.free(plan.metric()), points),
        table.build());
  }

  private List<Double> scores(Row row, ComparedRows rows) {
    return row.trials().stream()
        .filter(TrialResult::done)
        .map(trial -> rows == ComparedRows.TEST ? trial.test() : trial.validation())
        .map(metrics -> metrics.getOrDefault(plan.metric(), Double.NaN))
        .filter(score -> !score.isNaN())
        .toList();
  }

  private Interval interval(List<Double> scores, ComparedRows measured) {
    double ratio = PairedComparisons.ratio(report.plan(), report.rows(), measured);
    return scores.size() < 2
        ? NONE
        : PairedT.corrected(ratio, scores.stream().mapToDouble(d -> d).toArray()).interval(ALPHA);
  }

  private static IntervalRow row(
      String name, List<Double> points, double mean, Interval interval, boolean strong) {
    return new IntervalRow(name, points, mean, interval.low(), interval.high(), strong);
  }

  private static Chart.Box wide(int rows) {
    return new Chart.Box(AROUND + ROW * rows, 0, true);
  }
}
