package org.braidml.runner.data.split;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/**
 * Validation and test rows whose inputs all equal those of a training row: a model may know them by
 * heart.
 *
 * @param validation how many validation rows
 * @param test how many test rows
 */
public record SharedRows(int validation, int test) {

  /** Counts them. */
  public static SharedRows of(Table table, Set<String> inputs, Split split) {
    List<Column> columns = inputs.stream().map(table::column).toList();
    Set<List<Optional<String>>> known = new HashSet<>();
    for (int row : split.train()) {
      known.add(inputs(columns, row));
    }
    return new SharedRows(
        count(columns, split.validation(), known), count(columns, split.test(), known));
  }

  private static List<Optional<String>> inputs(List<Column> columns, int row) {
    return columns.stream().map(column -> Optional.ofNullable(column.get(row))).toList();
  }

  private static int count(List<Column> columns, int[] rows, Set<List<Optional<String>>> known) {
    return (int) IntStream.of(rows).filter(row -> known.contains(inputs(columns, row))).count();
  }

  /** Returns what to tell the user, if there are any. */
  public Optional<String> warning() {
    return validation + test == 0
        ? Optional.empty()
        : Optional.of(
            validation
                + " validation and "
                + test
                + " test rows have the same inputs as a training row: their scores may flatter");
  }
}
