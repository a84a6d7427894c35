package org.braidml.runner.data.encode;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Refuses numbers that have no logarithm where one is to be taken. */
final class Logarithms {

  private Logarithms() {}

  /**
   * Tells of rows that cannot be scaled.
   *
   * @param key the key of the field
   * @param rows the rows that count
   * @param scalable whether all numbers of the row at a place in {@code rows} can be scaled
   */
  static void tell(String key, Table table, int[] rows, IntPredicate scalable, Problems problems) {
    int[] wrong =
        IntStream.range(0, rows.length).filter(i -> !scalable.test(i)).map(i -> rows[i]).toArray();
    if (wrong.length > 0) {
      problems.add(
          Problem.at(key + ".scaling")
              .value("log1p")
              .what(
                  "a number is -1 or less, so that 1 + x has no logarithm"
                      + NumberColumn.more(wrong.length - 1))
              .where(table.where(wrong[0]))
              .remedy("use another scaling, such as robust"));
    }
  }
}
