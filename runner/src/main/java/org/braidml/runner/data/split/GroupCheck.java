package org.braidml.runner.data.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.table.Groups;
import org.braidml.runner.data.table.Table;

/** Refuses groups that are on two sides, and rows that are of no group. */
final class GroupCheck {

  private static final String KEY = "data.split.group";

  private GroupCheck() {}

  static void check(Table table, String name, Groups groups, List<Side> sides, Problems problems) {
    Map<Groups.Group, Integer> first = new HashMap<>();
    WrongRows torn = new WrongRows();
    for (int row = 0; row < table.size(); row++) {
      if (groups.isMissing(row)) {
        continue;
      }
      Integer other = first.putIfAbsent(groups.of(row), row);
      if (other != null && sides.get(other) != sides.get(row)) {
        torn.add(row, "");
      }
    }
    if (torn.any()) {
      int row = torn.first();
      Groups.Group group = groups.of(row);
      int other = first.getOrDefault(group, row);
      problems.add(
          Problem.at(KEY)
              .value('"' + name + '"')
              .what(
                  "group \"%s\" is on two sides: %s here, %s in %s%s"
                      .formatted(
                          group.name(),
                          sides.get(row).word(),
                          sides.get(other).word(),
                          table.where(other),
                          torn.more()))
              .where(table.where(row))
              .remedy(
                  "give each group to one file or side; group-by-file = true if files share no groups"));
    }
    groups.tellMissing(KEY, problems);
  }
}
