package org.braidml.runner.init;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.profile.Suspicions;
import org.braidml.runner.data.profile.TargetColumn;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.split.Splitter;
import org.braidml.runner.data.table.Table;

/**
 * Which columns are inputs.
 *
 * @param inputs what they hold
 * @param leftOut why others are none, by their names
 */
record Chosen(List<ColumnProfile> inputs, Map<String, String> leftOut) {

  /**
   * Leaves out columns that are suspicious in the training rows.
   *
   * @param table the rows
   * @param columns what all columns but the target hold
   * @param target the column of the target
   * @param goal what kind of target it is
   * @param time the column by whose order rows are split, if there is one
   * @param problems takes what is wrong
   */
  static Chosen of(
      Table table,
      List<ColumnProfile> columns,
      String target,
      Goal goal,
      Optional<String> time,
      Problems problems) {
    int[] train =
        new Splitter(split(time, goal), problems)
            .split(Rows.of(table), Optional.of(target).filter(column -> goal.classes()))
            .train();
    Map<String, String> leftOut =
        new LinkedHashMap<>(
            Suspicions.of(
                table, columns, List.of(new TargetColumn(target, goal == Goal.REGRESSION)), train));
    return new Chosen(
        columns.stream().filter(column -> !leftOut.containsKey(column.name())).toList(), leftOut);
  }

  /** Returns how rows are split: in the order of a column of time, or as they are drawn. */
  static SplitConfig split(Optional<String> time, Goal goal) {
    return new SplitConfig(
        1,
        Draft.VALIDATION,
        Draft.TEST,
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

  /** Refuses a target beside which there is no input. */
  void refuse(String target, Problems problems) {
    problems.add(
        Problem.at("--target")
            .value('"' + target + '"')
            .what("no other column can be an input")
            .remedy("left out: " + String.join(", ", leftOut.keySet())));
  }
}
