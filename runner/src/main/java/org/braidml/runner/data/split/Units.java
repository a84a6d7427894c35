package org.braidml.runner.data.split;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Groups;

/** What is drawn as one: rows, or groups of rows, by stratum. */
final class Units {

  private Units() {}

  /**
   * Returns the units of some rows, those of one class after another.
   *
   * @param open the rows
   * @param groups the groups, if rows are not drawn one by one
   * @param classes the column of the classes, if they are split apart
   */
  static List<List<int[]>> of(int[] open, Optional<Groups> groups, Optional<Column> classes) {
    Map<String, List<int[]>> strata = new TreeMap<>();
    for (int[] unit : units(open, groups)) {
      String stratum = classes.map(column -> mostFrequent(column, unit)).orElse("");
      strata.computeIfAbsent(stratum, label -> new ArrayList<>()).add(unit);
    }
    return List.copyOf(strata.values());
  }

  private static Collection<int[]> units(int[] open, Optional<Groups> groups) {
    List<int[]> units = new ArrayList<>();
    if (groups.isEmpty()) {
      for (int row : open) {
        units.add(new int[] {row});
      }
      return units;
    }
    Map<Groups.Group, List<Integer>> rowsOf = new LinkedHashMap<>();
    for (int row : open) {
      rowsOf.computeIfAbsent(groups.get().of(row), group -> new ArrayList<>()).add(row);
    }
    rowsOf.values().forEach(rows -> units.add(rows.stream().mapToInt(row -> row).toArray()));
    return units;
  }

  private static String mostFrequent(Column classes, int[] rows) {
    if (rows.length == 1) {
      return classes.textOf(rows[0]);
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int row : rows) {
      counts.merge(classes.textOf(row), 1, Integer::sum);
    }
    int most = Collections.max(counts.values());
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .min(String::compareTo)
        .orElse("");
  }
}
