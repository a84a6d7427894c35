package org.braidml.runner.data.fit;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/**
 * The values that a target reads: one of each row, or one a step of a field.
 *
 * @param key the key of the target
 * @param table the rows
 * @param column the column of the values
 * @param field the field whose steps have a value each, or empty
 * @param delimiter what stands between the values of steps
 */
record TargetValues(String key, Table table, String column, String field, String delimiter) {

  /** Returns the values of a row that are given. */
  Stream<String> of(int row) {
    Column values = table.column(column);
    return field.isEmpty()
        ? Stream.ofNullable(values.get(row))
        : StepValues.of(values, row, delimiter).stream().filter(Objects::nonNull);
  }

  /** Returns the given values of some rows. */
  Stream<String> of(int[] rows) {
    return IntStream.of(rows).boxed().flatMap(row -> of(row));
  }

  /** Returns the target, fitted. */
  FittedTarget fitted(TargetSpec.Kind kind, List<String> classes, Scale scale) {
    return new FittedTarget(column, kind, classes, scale, field, delimiter, false);
  }

  /** Starts to tell what is wrong with the column. */
  Problem.Builder wrong(String what) {
    return Problem.at(key + ".column").what("column \"" + column + "\" " + what);
  }

  /** Tells that all training rows have one value. */
  Problem.Builder constant(String value, int[] train) {
    return wrong(
            "is \"%s\" in each of the %d training rows: there is nothing to learn"
                .formatted(value, train.length))
        .where(train.length == 0 ? null : table.where(train[0]))
        .remedy("name another column, or give more rows");
  }
}
