package org.braidml.runner.data.split;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.Table;

/** A split by time: the earliest rows train, then come those that validate, the latest test. */
final class TimeSplit {

  private final SplitConfig config;
  private final Problems problems;

  TimeSplit(SplitConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  /**
   * Tells the sides of the open rows.
   *
   * @param column the column of moments
   * @param open the rows that are on no side yet
   */
  void split(Table table, String column, int[] open, Shares shares, List<Side> sides) {
    int before = problems.size();
    double[] moments = MomentColumn.of(table, column, "data.split.time", problems);
    boolean numbers = MomentColumn.numbers(table.column(column));
    Optional<Double> testFrom = from("data.split.test-from", config.testFrom(), numbers);
    Optional<Double> validationFrom =
        from("data.split.validation-from", config.validationFrom(), numbers);
    if (problems.size() > before) {
      return;
    }
    double[] all = IntStream.of(open).mapToDouble(row -> moments[row]).sorted().toArray();
    double test = testFrom.orElseGet(() -> last(all, shares.test() * all.length));
    double[] earlier = Arrays.stream(all).filter(moment -> moment < test).toArray();
    double validation =
        validationFrom.orElseGet(() -> last(earlier, shares.validation() * all.length));
    if (config.validationFrom().isPresent() && validation >= test) {
      problems.add(
          Problem.at("data.split.validation-from")
              .value('"' + config.validationFrom().orElse("") + '"')
              .what("rows validate before they test, and this is not before test-from"));
    }
    for (int row : open) {
      if (moments[row] >= test) {
        sides.set(row, Side.TEST);
      } else if (moments[row] >= validation) {
        sides.set(row, Side.VALIDATION);
      }
    }
  }

  /** Returns the moment with which the last so many begin; rows of one moment stay together. */
  private static double last(double[] moments, double count) {
    int rows = (int) Math.round(count);
    return rows == 0 || moments.length == 0
        ? Double.POSITIVE_INFINITY
        : moments[Math.max(0, moments.length - rows)];
  }

  private Optional<Double> from(String key, Optional<String> text, boolean numbers) {
    Optional<Double> moment = text.map(given -> MomentColumn.parse(given, numbers));
    if (moment.isPresent() && moment.get().isNaN()) {
      problems.add(
          Problem.at(key)
              .value('"' + text.orElse("") + '"')
              .what("no moment, as those of column \"" + config.time().orElse("") + "\" are")
              .remedy(
                  numbers
                      ? "the column holds numbers: give one"
                      : "the column holds dates: give one, as \"2012-07-01\""));
    }
    return moment;
  }

  /** Which shares of the open rows validate and test. */
  record Shares(double validation, double test) {}
}
