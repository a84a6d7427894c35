package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.metric.Scores;
import org.braidml.runner.report.ChartData.Axis;
import org.braidml.runner.report.ChartData.Bin;
import org.braidml.runner.report.ChartData.Histogram;
import org.braidml.runner.report.ChartData.Scatter;

/** How predicted numbers lie about the actual ones. Rows without a finite number are left out. */
final class RegressionCharts {

  private static final int MOST_POINTS = 1500;
  private static final int GROUPS = 10;
  private static final int MOST_BINS = 30;

  private record Pair(double actual, double predicted) {
    double residual() {
      return predicted - actual;
    }
  }

  private final List<Pair> pairs;

  RegressionCharts(Scores scores) {
    this.pairs =
        IntStream.range(0, scores.size())
            .mapToObj(i -> new Pair(scores.targets()[i], scores.predictions()[i][0]))
            .filter(pair -> Double.isFinite(pair.residual()))
            .toList();
  }

  int size() {
    return pairs.size();
  }

  Chart scatter(String id) {
    int shown = Math.min(MOST_POINTS, pairs.size());
    List<List<Double>> points =
        IntStream.range(0, shown)
            .mapToObj(i -> pairs.get((int) ((long) i * pairs.size() / shown)))
            .map(pair -> ChartData.point(pair.actual(), pair.predicted()))
            .toList();
    return new Chart(
        id,
        "Predicted against actual",
        "On the dashed line a prediction is right."
            + (shown < pairs.size()
                ? " %s of %s test rows are drawn."
                    .formatted(Numbers.count(shown), Numbers.count(pairs.size()))
                : ""),
        "Scatter plot of %s: actual values from %s to %s, predicted from %s to %s."
            .formatted(
                Numbers.count(pairs.size(), "test row"),
                Numbers.brief(pairs.stream().mapToDouble(Pair::actual).min().orElse(0)),
                Numbers.brief(pairs.stream().mapToDouble(Pair::actual).max().orElse(0)),
                Numbers.brief(pairs.stream().mapToDouble(Pair::predicted).min().orElse(0)),
                Numbers.brief(pairs.stream().mapToDouble(Pair::predicted).max().orElse(0))),
        new Chart.Box(400, 0, false),
        new Scatter(Axis.free("Actual"), Axis.free("Predicted"), points),
        tenths());
  }

  /** A table of every row would help nobody: equal groups by the actual value. */
  private Table tenths() {
    Table.Builder table =
        Table.of("Predictions in groups of rows, by actual value")
            .text("Actual value")
            .numbers("Mean actual", "Mean predicted", "Test rows");
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingDouble(Pair::actual));
    int groups = Math.min(GROUPS, sorted.size());
    for (int g = 0; g < groups; g++) {
      List<Pair> group =
          sorted.subList(g * sorted.size() / groups, (g + 1) * sorted.size() / groups);
      table.row(
          Numbers.exact(group.get(0).actual())
              + " to "
              + Numbers.exact(group.get(group.size() - 1).actual()),
          Numbers.exact(group.stream().mapToDouble(Pair::actual).average().orElse(Double.NaN)),
          Numbers.exact(group.stream().mapToDouble(Pair::predicted).average().orElse(Double.NaN)),
          Numbers.count(group.size()));
    }
    return table.build();
  }

  Chart residuals(String id) {
    List<Bin> bins = bins();
    Table.Builder table = Table.of("Residuals").text("Predicted minus actual").numbers("Test rows");
    bins.forEach(
        bin ->
            table.row(
                Numbers.exact(bin.from()) + " to " + Numbers.exact(bin.to()),
                Numbers.count(bin.rows())));
    double[] sorted = pairs.stream().mapToDouble(Pair::residual).sorted().toArray();
    return new Chart(
        id,
        "Residuals",
        "Predicted minus actual: right of zero the prediction is too high.",
        "Histogram of predicted minus actual for %s: median %s, half of them between %s and %s."
            .formatted(
                Numbers.count(pairs.size(), "test row"),
                Numbers.brief(quantile(sorted, 0.5)),
                Numbers.brief(quantile(sorted, 0.25)),
                Numbers.brief(quantile(sorted, 0.75))),
        new Chart.Box(400, 0, false),
        new Histogram(Axis.free("Predicted minus actual"), Axis.free("Test rows"), bins),
        table.build());
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** Bins of a round width that begin at a multiple of it, so that zero is an edge. */
  private List<Bin> bins() {
    double[] residuals = pairs.stream().mapToDouble(Pair::residual).sorted().toArray();
    double range = residuals[residuals.length - 1] - residuals[0];
    double most = Math.min(MOST_BINS, Math.max(1, Math.sqrt(residuals.length)));
    double width = range > 0 ? roundUp(range / most) : Math.max(1, Math.abs(residuals[0]));
    long first = (long) Math.floor(residuals[0] / width);
    long last = (long) Math.floor(residuals[residuals.length - 1] / width);
    long[] rows = new long[(int) (last - first + 1)];
    Arrays.stream(residuals).forEach(r -> rows[(int) ((long) Math.floor(r / width) - first)]++);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      double from = Numbers.rounded((first + i) * width);
      bins.add(new Bin(from, Numbers.rounded((first + i + 1) * width), rows[i]));
    }
    return bins;
  }

  private static double roundUp(double width) {
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    double digit = width / power;
    double round = digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10;
    return round * power;
  }
}
