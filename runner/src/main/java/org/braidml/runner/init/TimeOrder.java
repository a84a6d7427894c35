package org.braidml.runner.init;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.split.Splitter;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/**
 * A column of time in whose order rows may be split.
 *
 * @param column its name
 * @param against why they cannot be: the experiment would be refused; empty if they can
 */
record TimeOrder(String column, Optional<String> against) {

  /**
   * Looks at what would train.
   *
   * @param table the rows; those without a target play no part
   * @param target the column of the target
   * @param goal what kind of target it is
   * @param column the column of time
   */
  static TimeOrder of(Table table, String target, Goal goal, String column) {
    Column all = table.column(target);
    Table rows =
        table.only(IntStream.range(0, all.size()).filter(row -> all.get(row) != null).toArray());
    int[] train =
        new Splitter(Chosen.split(Optional.of(column), goal), new Problems())
            .split(Rows.of(rows), Optional.empty())
            .train();
    return new TimeOrder(column, against(rows.column(target), goal, train));
  }

  private static Optional<String> against(Column target, Goal goal, int[] train) {
    Set<String> known = IntStream.of(train).mapToObj(target::textOf).collect(Collectors.toSet());
    if (known.isEmpty()) {
      return Optional.of("no row would train");
    }
    if (!goal.classes()) {
      return known.size() > 1
          ? Optional.empty()
          : Optional.of("all training rows would have one target");
    }
    return IntStream.range(0, target.size())
        .mapToObj(target::textOf)
        .filter(label -> !known.contains(label))
        .findFirst()
        .map(NumberColumn::shortened)
        .map("no training row would hold the class \"%s\""::formatted);
  }

  /** Returns whether rows can be split in its order. */
  boolean splits() {
    return against.isEmpty();
  }

  /** Tells that rows cannot be split so, where that was asked for. */
  Problem.Builder refusal() {
    return Problem.at("--time")
        .value('"' + column + '"')
        .what("in its order, " + against.orElse(""))
        .remedy("leave the option out: which rows train is then drawn");
  }

  /** Says why rows are not split so, where they could have been. */
  String comment() {
    return "Which rows train is drawn: in the order of \"%s\", %s."
        .formatted(NumberColumn.shortened(column), against.orElse(""));
  }
}
