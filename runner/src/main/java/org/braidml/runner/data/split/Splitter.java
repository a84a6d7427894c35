package org.braidml.runner.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Groups;

/**
 * Splits rows: as a column says, as files say, by time, in folds, or by drawing. Depends on the
 * rows and the split's settings only.
 */
public final class Splitter {

  private final SplitConfig config;
  private final Problems problems;

  /**
   * A splitter.
   *
   * @param config how to split
   * @param problems takes what is wrong
   */
  public Splitter(SplitConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  /**
   * Splits rows.
   *
   * @param rows the rows
   * @param classes the column of the classes to split in equal shares, if there is one
   */
  public Split split(Rows rows, Optional<String> classes) {
    List<Side> sides =
        config.column().isPresent() ? told(rows, config.column().get()) : given(rows);
    if (config.column().isEmpty()) {
      draw(rows, classes, sides);
    }
    config
        .group()
        .ifPresent(
            name -> GroupCheck.check(rows.table(), name, groups(rows, name), sides, problems));
    Split split = Split.of(sides);
    if (split.train().length == 0) {
      problems.add(
          Problem.at("data.split")
              .what("no row is left to train on: " + split)
              .remedy("lower validation and test, or give more rows"));
    }
    return split;
  }

  private static List<Side> given(Rows rows) {
    return new ArrayList<>(
        rows.parts().isEmpty()
            ? Collections.nCopies(rows.table().size(), Side.TRAIN)
            : rows.parts());
  }

  private List<Side> told(Rows rows, String name) {
    Column column = rows.table().column(name);
    List<Side> sides = new ArrayList<>();
    int first = -1;
    for (int row = 0; row < column.size(); row++) {
      Optional<Side> side = Side.of(column.textOf(row));
      first = side.isEmpty() && first < 0 ? row : first;
      sides.add(side.orElse(Side.TRAIN));
    }
    if (first >= 0) {
      problems.add(
          Problem.at("data.split.column")
              .value('"' + name + '"')
              .what("the column holds \"" + column.textOf(first) + "\", which is no side")
              .where(rows.table().where(first))
              .choices(
                  column.textOf(first), Arrays.stream(Side.values()).map(Side::word).toList()));
    }
    return sides;
  }

  /** Draws sides for the rows of the main file; sides that have files of their own get no more. */
  private void draw(Rows rows, Optional<String> classes, List<Side> sides) {
    boolean tests = rows.given().containsKey(Side.TEST);
    double validation = rows.given().containsKey(Side.VALIDATION) ? 0 : config.validation();
    double test = tests ? 0 : config.test();
    if (config.time().isPresent()) {
      new TimeSplit(config, problems)
          .split(
              rows.table(),
              config.time().get(),
              open(sides),
              new TimeSplit.Shares(validation, test),
              sides);
      return;
    }
    Draw draw = new Draw(config, sides);
    if (config.folds().isPresent()) {
      if (tests) {
        problems.add(
            Problem.at("data.split.folds")
                .value(String.valueOf(config.folds().get()))
                .what("a fold is to test, and data.source.test already gives test rows")
                .remedy("leave one of them out"));
      }
      draw.fold(units(rows, classes, sides), config.folds().get());
      test = 0;
    }
    draw.shares(units(rows, classes, sides), validation, test);
  }

  private List<List<int[]>> units(Rows rows, Optional<String> classes, List<Side> sides) {
    return Units.of(
        open(sides),
        config.group().map(name -> groups(rows, name)),
        classes.filter(c -> config.stratify() && config.shuffle()).map(rows.table()::column));
  }

  private Groups groups(Rows rows, String name) {
    return new Groups(rows.table(), Optional.of(name), config.groupByFile());
  }

  private static int[] open(List<Side> sides) {
    return IntStream.range(0, sides.size()).filter(r -> sides.get(r) == Side.TRAIN).toArray();
  }
}
