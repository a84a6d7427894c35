package org.braidml.runner.init;

import java.util.List;
import java.util.Map;
import org.braidml.runner.data.profile.ColumnProfile;

/**
 * An experiment that can be made of a source.
 *
 * @param source the settings of the source, a line each
 * @param sides lines that say which rows train, validate and test, and what a row sees of others
 * @param fields the inputs
 * @param target what the column of the target holds
 * @param goal what kind of target it is
 * @param leftOut why other columns are no inputs, by their names
 * @param pace how it is trained
 */
record Draft(
    List<String> source,
    List<String> sides,
    List<Field> fields,
    ColumnProfile target,
    Goal goal,
    Map<String, String> leftOut,
    Pace pace) {

  static final double VALIDATION = 0.1;
  static final double TEST = 0.2;

  /** Returns how the sides are drawn, where no file gives any of them. */
  static String drawn(Goal goal) {
    return "  split { seed = 1, validation = %s, test = %s, stratify = %s }"
        .formatted(VALIDATION, TEST, goal.classes());
  }

  /** Returns the settings by which a source gives no row without a target: none if all have one. */
  static List<String> given(ColumnProfile target) {
    if (target.missing() == 0) {
      return List.of();
    }
    String name = '"' + target.name().replace("\"", "\"\"") + '"';
    return List.of(
        target.missing() == 1
            ? "# A row without a target teaches nothing."
            : "# " + target.missing() + " rows without a target teach nothing.",
        "sql = " + Written.quoted("SELECT * FROM source WHERE " + name + " IS NOT NULL"));
  }
}
