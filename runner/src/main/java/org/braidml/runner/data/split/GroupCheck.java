package org.braidml.runner.data.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Refuses groups that are on two sides, and rows that are of no group. */
final class GroupCheck {

  private static final String KEY = "data.split.group";

  private GroupCheck() {}

  static void check(
      SplitConfig config, Rows rows, String name, List<Side> sides, Problems problems) {
    Table table = rows.table();
    // groups are drawn whole from one file, so that they could be torn between files only
    boolean apart = config.groupByFile() && !rows.parts().isEmpty();
    Column column = table.column(name);
    Map<String, Integer> first = new HashMap<>();
    int torn = -1;
    int more = -1;
    int none = -1;
    int moreNone = -1;
    for (int row = 0; row < column.size(); row++) {
      String group = column.get(row);
      if (group == null) {
        none = none < 0 ? row : none;
        moreNone++;
        continue;
      }
      int other = first.getOrDefault(group, row);
      first.putIfAbsent(group, row);
      if (!apart && sides.get(other) != sides.get(row)) {
        torn = torn < 0 ? row : torn;
        more++;
      }
    }
    if (torn >= 0) {
      String group = column.textOf(torn);
      int other = first.getOrDefault(group, torn);
      problems.add(
          Problem.at(KEY)
              .value('"' + name + '"')
              .what(
                  "group \"%s\" is on two sides: %s here, %s in %s%s"
                      .formatted(
                          group,
                          sides.get(torn).word(),
                          sides.get(other).word(),
                          table.where(other),
                          NumberColumn.more(more)))
              .where(table.where(torn))
              .remedy(
                  "give each group to one file or side; group-by-file = true if files share no groups"));
    }
    if (none >= 0) {
      problems.add(
          Problem.at(KEY)
              .value('"' + name + '"')
              .what("the column is missing in a row" + NumberColumn.more(moreNone))
              .where(table.where(none))
              .remedy("name its group, or leave it out by data.source.sql"));
    }
  }
}
