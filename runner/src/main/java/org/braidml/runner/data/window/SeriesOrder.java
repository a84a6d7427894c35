package org.braidml.runner.data.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.config.WindowsConfig;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Groups;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** The rows of each group in the order of time. */
final class SeriesOrder {

  private SeriesOrder() {}

  /**
   * Returns the rows of each group; groups of two files are two, whatever their names, and without
   * a column of groups each file is one.
   */
  static List<int[]> of(WindowsConfig config, Table table, Problems problems) {
    Groups named = new Groups(table, config.group(), true);
    named.tellMissing("data.windows.group", problems);
    List<int[]> groups = groups(table.size(), named);
    config.order().ifPresent(column -> sort(groups, table, column, problems));
    return groups;
  }

  /** Returns the rows of each group in the order of the source. */
  private static List<int[]> groups(int rows, Groups named) {
    Map<Groups.Group, Integer> numbers = new HashMap<>();
    int[] sizes = new int[1];
    int[] groupOf = new int[rows];
    for (int row = 0; row < groupOf.length; row++) {
      int group = numbers.computeIfAbsent(named.of(row), name -> numbers.size());
      if (group == sizes.length) {
        sizes = Arrays.copyOf(sizes, group * 2);
      }
      groupOf[row] = group;
      sizes[group]++;
    }
    List<int[]> groups = new ArrayList<>();
    for (int group = 0; group < numbers.size(); group++) {
      groups.add(new int[sizes[group]]);
    }
    for (int row = groupOf.length - 1; row >= 0; row--) {
      groups.get(groupOf[row])[--sizes[groupOf[row]]] = row;
    }
    return groups;
  }

  private static void sort(List<int[]> groups, Table table, String column, Problems problems) {
    double[] moments = MomentColumn.of(table, column, "data.windows.order", problems);
    WrongRows twice = new WrongRows();
    for (int[] group : groups) {
      sort(group, moments);
      for (int i = 1; i < group.length; i++) {
        if (moments[group[i]] == moments[group[i - 1]]) {
          twice.add(group[i], "");
        }
      }
    }
    if (twice.any()) {
      problems.add(twice(table, column, twice.first(), twice.others()));
    }
  }

  /** Sorts rows by their moments, which most sources are; rows of one moment stay in order. */
  private static void sort(int[] rows, double[] moments) {
    boolean sorted = true;
    for (int i = 1; i < rows.length && sorted; i++) {
      sorted = Double.compare(moments[rows[i - 1]], moments[rows[i]]) <= 0;
    }
    if (!sorted) {
      int[] inOrder =
          IntStream.of(rows)
              .boxed()
              .sorted(Comparator.comparingDouble(row -> moments[row]))
              .mapToInt(row -> row)
              .toArray();
      System.arraycopy(inOrder, 0, rows, 0, rows.length);
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
