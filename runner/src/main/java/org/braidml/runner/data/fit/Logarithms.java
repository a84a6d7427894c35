package org.braidml.runner.data.fit;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Refuses numbers that have no logarithm where one is to be taken. */
public final class Logarithms {

  private Logarithms() {}

  /** Returns what is wrong with a number of which one is to be taken, or an empty text. */
  public static String fault(double number) {
    return number <= -1 ? "-1 or less, so that 1 + x has no logarithm" : "";
  }

  /**
   * Tells of rows that cannot be scaled.
   *
   * @param key the key of the field or target
   * @param column the column, or the columns, that its numbers come from
   * @param rows the rows that count
   * @param wrong a number that cannot be scaled, of the row at a place in {@code rows}, or NaN if
   *     all can
   */
  public static void tell(
      String key,
      String column,
      Table table,
      int[] rows,
      IntToDoubleFunction wrong,
      Problems problems) {
    int[] found =
        IntStream.range(0, rows.length)
            .filter(i -> !Double.isNaN(wrong.applyAsDouble(i)))
            .toArray();
    if (found.length > 0) {
      problems.add(
          Problem.at(key + ".scaling")
              .value("log1p")
              .what(
                  "column \"%s\" holds %s, and 1 + x has no logarithm where x is -1 or less%s"
                      .formatted(
                          column,
                          NumberColumn.text(wrong.applyAsDouble(found[0])),
                          NumberColumn.more(found.length - 1)))
              .where(table.where(rows[found[0]]))
              .remedy("use another scaling, such as robust"));
    }
  }
}
