package org.braidml.runner.init;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.data.profile.ColumnKind;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.profile.Suspicions;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.split.Split;
import org.braidml.runner.data.split.Splitter;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.Table;

/**
 * What an experiment on some rows can be.
 *
 * @param source where the rows come from
 * @param target what the target's column holds
 * @param goal what kind of target it is
 * @param time the column by which rows are split, if they stand in the order of time
 * @param inputs the columns that are inputs
 * @param leftOut why other columns are none, by their names
 */
record Draft(
    FileSourceConfig source,
    ColumnProfile target,
    Goal goal,
    Optional<String> time,
    List<ColumnProfile> inputs,
    Map<String, String> leftOut) {

  static final double VALIDATION = 0.1;
  static final double TEST = 0.2;

  /**
   * Looks at rows.
   *
   * @param asked the column of time that was asked for
   * @param problems takes what is wrong
   */
  static Draft of(
      FileSourceConfig source,
      Table table,
      String targetName,
      Goal goal,
      Optional<String> asked,
      Problems problems) {
    List<ColumnProfile> columns = new ArrayList<>();
    for (String name : table.names()) {
      columns.add(ColumnProfile.of(name, table.column(name)));
    }
    ColumnProfile target =
        columns.stream().filter(c -> c.name().equals(targetName)).findFirst().orElseThrow();
    columns.remove(target);
    Optional<String> time = asked.isPresent() ? asked : ordered(table, columns);
    Split split =
        new Splitter(split(time, goal), problems)
            .split(Rows.of(table), goal.classes() ? Optional.of(targetName) : Optional.empty());
    Map<String, String> leftOut =
        new LinkedHashMap<>(
            Suspicions.of(
                table, columns, Optional.of(targetName), goal == Goal.REGRESSION, split.train()));
    List<ColumnProfile> inputs =
        columns.stream()
            .filter(column -> !leftOut.containsKey(column.name()))
            .collect(Collectors.toList());
    return new Draft(source, target, goal, time, inputs, leftOut);
  }

  private static SplitConfig split(Optional<String> time, Goal goal) {
    return new SplitConfig(
        1,
        VALIDATION,
        TEST,
        true,
        goal.classes() && time.isEmpty(),
        Optional.empty(),
        Optional.empty(),
        false,
        time,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** Returns the first column of dates that never goes back from row to row. */
  private static Optional<String> ordered(Table table, List<ColumnProfile> columns) {
    return columns.stream()
        .filter(column -> column.kind() == ColumnKind.DATE && column.missing() == 0)
        .map(ColumnProfile::name)
        .filter(name -> ascending(table.column(name)))
        .findFirst();
  }

  private static boolean ascending(Column column) {
    double before = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < column.size(); row++) {
      double moment = MomentColumn.parse(column.textOf(row), false);
      if (moment < before) {
        return false;
      }
      before = moment;
    }
    return true;
  }

  /** Returns the inputs of some kinds. */
  List<ColumnProfile> of(ColumnKind... kinds) {
    return inputs.stream().filter(column -> List.of(kinds).contains(column.kind())).toList();
  }

  /** Returns whether the numbers before a row are to be a series. */
  boolean windows() {
    return time.isPresent() && goal == Goal.REGRESSION && target.missing() == 0;
  }

  /** What is to be predicted. */
  enum Goal {
    BINARY,
    MULTICLASS,
    REGRESSION;

    boolean classes() {
      return this != REGRESSION;
    }
  }
}
