package org.braidml.runner.data.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/**
 * Training rows whose inputs all equal those of an earlier training row.
 *
 * @param rows how many such rows there are
 * @param contradictory how many of them have another target than that earlier row
 */
public record Repeats(int rows, int contradictory) {

  /** Counts them. */
  static Repeats of(Table table, Set<String> inputs, List<String> targets, int[] train) {
    List<Column> columns = inputs.stream().map(table::column).toList();
    List<Column> answers = targets.stream().map(table::column).toList();
    Map<List<String>, List<String>> known = new HashMap<>();
    int rows = 0;
    int contradictory = 0;
    for (int row : train) {
      List<String> answer = texts(answers, row);
      List<String> earlier = known.putIfAbsent(texts(columns, row), answer);
      if (earlier != null) {
        rows++;
        contradictory += earlier.equals(answer) ? 0 : 1;
      }
    }
    return new Repeats(rows, contradictory);
  }

  private static List<String> texts(List<Column> columns, int row) {
    return columns.stream().map(column -> column.textOf(row)).toList();
  }
}
