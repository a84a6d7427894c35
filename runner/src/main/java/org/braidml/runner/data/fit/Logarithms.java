package org.braidml.runner.data.fit;

import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
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
   * @param wrong the rows, with a number that has no logarithm
   */
  public static void tell(
      String key, String column, Table table, WrongRows wrong, Problems problems) {
    if (wrong.any()) {
      problems.add(
          Problem.at(key + ".scaling")
              .value("log1p")
              .what(
                  "column \"%s\" holds %s, and 1 + x has no logarithm where x is -1 or less%s"
                      .formatted(column, wrong.text(), wrong.more()))
              .where(table.where(wrong.first(), column))
              .remedy("use another scaling, such as robust"));
    }
  }
}
