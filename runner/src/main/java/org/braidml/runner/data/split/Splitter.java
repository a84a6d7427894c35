package org.braidml.runner.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.RandomStream;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.table.Column;

/**
 * Splits rows: as a column says, as files say, or by drawing. Depends on the rows and the split's
 * settings only.
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
      int[] open =
          IntStream.range(0, sides.size()).filter(r -> sides.get(r) == Side.TRAIN).toArray();
      double validation = rows.given().containsKey(Side.VALIDATION) ? 0 : config.validation();
      double test = rows.given().containsKey(Side.TEST) ? 0 : config.test();
      draw(groups(rows, open, classes), new Shares(validation, test), sides);
    }
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

  /** Rows in groups that are split apart: one a class, or one of all rows. */
  private List<int[]> groups(Rows rows, int[] open, Optional<String> classes) {
    if (classes.isEmpty() || !config.stratify() || !config.shuffle()) {
      return List.of(open);
    }
    Column column = rows.table().column(classes.get());
    Map<String, List<Integer>> byClass = new TreeMap<>();
    for (int row : open) {
      byClass.computeIfAbsent(column.textOf(row), label -> new ArrayList<>()).add(row);
    }
    return byClass.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /**
   * Draws rows; group shares are rounded so that the sides' totals stay within one row of theirs.
   */
  private void draw(List<int[]> groups, Shares shares, List<Side> sides) {
    long seen = 0;
    for (int g = 0; g < groups.size(); g++) {
      int[] rows = groups.get(g).clone();
      if (config.shuffle()) {
        RandomStream.of(config.seed(), g).shuffle(rows);
      }
      int test = taken(seen, rows.length, shares.test());
      int validation = taken(seen, rows.length, shares.validation());
      seen += rows.length;
      test = Math.max(0, Math.min(test, rows.length - 1)); // each class keeps a training row
      validation = Math.max(0, Math.min(validation, rows.length - 1 - test));
      for (int i = rows.length - test; i < rows.length; i++) {
        sides.set(rows[i], Side.TEST);
      }
      for (int i = rows.length - test - validation; i < rows.length - test; i++) {
        sides.set(rows[i], Side.VALIDATION);
      }
    }
  }

  private static int taken(long seen, int more, double share) {
    return (int) (Math.round((seen + more) * share) - Math.round(seen * share));
  }

  private record Shares(double validation, double test) {}
}
