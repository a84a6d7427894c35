package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.braidml.api.config.Names;
import org.braidml.runner.report.Chart;
import org.braidml.runner.report.ChartData;
import org.braidml.runner.report.ChartData.Axis;
import org.braidml.runner.report.ChartData.NamedPoint;
import org.braidml.runner.report.Table;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.stats.Interval;

/** What the variants of a study reach against the time and the parameters that they take. */
final class StudyCosts {

  /** The height of a chart in CSS pixels. */
  private static final int TALL = 380;

  private final StudyReport report;
  private final StudyPlan plan;
  private final Scores scores;

  StudyCosts(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
    this.scores = new Scores(report);
  }

  List<Chart> charts() {
    return List.of(
        cost("cost-time", "seconds of training an epoch", row -> row.cost().secondsAnEpoch()),
        cost("cost-parameters", "parameters", row -> row.cost().parameters()));
  }

  private Chart cost(String id, String what, ToDoubleFunction<Row> cost) {
    List<NamedPoint> points = new ArrayList<>();
    String rows = Names.ofConstant(plan.compare());
    Table.Builder table =
        Table.of("Mean %s on the %s rows, and %s".formatted(plan.metric(), rows, what))
            .text("Variant")
            .numbers(what, plan.metric());
    for (Row row : report.rows()) {
      List<Double> reached = scores.of(row, plan.compare());
      if (!reached.isEmpty()) {
        Interval interval = scores.interval(reached, plan.compare());
        double mean = reached.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
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
        "Means on the %s rows with their 95 %% t intervals over %s; %s and to the left is better."
            .formatted(rows, plan.unit(), plan.higherIsBetter() ? "up" : "down"),
        "Scatter chart of the mean %s on the %s rows against %s, one point for each of %d variants."
            .formatted(plan.metric(), rows, what, points.size()),
        new Chart.Box(TALL, 0, false),
        new ChartData.Points(new Axis(what, 0.0, null, false), Axis.free(plan.metric()), points),
        table.build());
  }
}
