package org.braidml.runner.data.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.source.Rows;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** The rows of each group in the order of time. */
final class SeriesOrder {

  private SeriesOrder() {}

  /** Returns the rows of each group; groups of two files are two, whatever their names. */
  static List<int[]> of(WindowsConfig config, Rows rows, Problems problems) {
    Table table = rows.table();
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      String file = rows.parts().isEmpty() ? "" : rows.parts().get(row).word();
      int at = row;
      String name = config.group().map(column -> table.column(column).textOf(at)).orElse("");
      groups.computeIfAbsent(file + ' ' + name, key -> new ArrayList<>()).add(row);
    }
    config.order().ifPresent(column -> sort(groups, table, column, problems));
    return groups.values().stream()
        .map(group -> group.stream().mapToInt(row -> row).toArray())
        .toList();
  }

  private static void sort(
      Map<String, List<Integer>> groups, Table table, String column, Problems problems) {
    double[] moments = MomentColumn.of(table, column, "data.windows.order", problems);
    int first = -1;
    int more = -1;
    for (List<Integer> group : groups.values()) {
      group.sort(Comparator.comparingDouble(row -> moments[row]));
      for (int i = 1; i < group.size(); i++) {
        if (moments[group.get(i)] == moments[group.get(i - 1)]) {
          first = first < 0 ? group.get(i) : first;
          more++;
        }
      }
    }
    if (first >= 0) {
      problems.add(twice(table, column, first, more));
    }
  }

  private static Problem.Builder twice(Table table, String name, int row, int more) {
    Column column = table.column(name);
    return Problem.at("data.windows.order")
        .value('"' + name + '"')
        .what(
            "two rows of a group have the moment \""
                + column.textOf(row)
                + '"'
                + NumberColumn.more(more))
        .where(table.where(row))
        .remedy("is data.windows.group right? a series has one row a moment");
  }
}
