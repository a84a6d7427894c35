package org.braidml.runner.init;

import java.util.List;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.table.NumberColumn;

/** Tells what kind a target is, and why one teaches nothing. */
final class TargetCheck {

  /** Fewer rows cannot be split into three sides. */
  static final int FEWEST_ROWS = 20;

  private static final int MOST_CLASSES = 24;

  private final ColumnProfile target;
  private final Problems problems;
  private final List<String> values;
  private final int given;

  /**
   * A check.
   *
   * @param target what the column of the target holds
   * @param problems takes what is wrong
   */
  TargetCheck(ColumnProfile target, Problems problems) {
    this.target = target;
    this.problems = problems;
    this.values = List.copyOf(target.counts().keySet());
    this.given = target.rows() - target.missing();
  }

  /**
   * Refuses a target of one value, or of too few rows.
   *
   * @param fewest how many rows have a value at least
   * @param sides what they are for
   * @param other what may be done where there is nothing to learn
   */
  void teaches(int fewest, String sides, String other) {
    if (values.size() < 2) {
      String only = values.isEmpty() ? "" : values.get(0);
      refuse(
          values.isEmpty()
              ? "no row has a value"
              : "all rows have the value \"" + only + "\": there is nothing to learn",
          other);
    } else if (given < fewest) {
      refuse(given + " rows have a value, too few to " + sides, "give at least " + fewest);
    }
  }

  /** Returns what kind of target the values look like, and refuses too many classes. */
  Goal goal() {
    if (values.size() == 2) {
      return Goal.BINARY;
    }
    boolean numbers =
        values.stream().allMatch(value -> !Double.isNaN(NumberColumn.parse(value.strip())));
    boolean repeated = given >= 10L * values.size() && values.size() <= MOST_CLASSES;
    boolean whole = values.stream().allMatch(value -> value.strip().matches("[+-]?\\d+"));
    if (numbers && !(whole && repeated)) {
      return Goal.REGRESSION;
    }
    if (2 * values.size() > given) {
      refuse(
          "%d rows have %d different values, which are no numbers: too many for classes"
              .formatted(given, values.size()),
          "name a column of numbers, or of labels that many rows share");
    }
    return Goal.MULTICLASS;
  }

  private void refuse(String what, String remedy) {
    problems.add(Problem.at("--target").value('"' + target.name() + '"').what(what).remedy(remedy));
  }
}
