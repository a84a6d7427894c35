package org.braidml.runner.data.fit;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/**
 * Tells of rows whose lists would be lost in part.
 *
 * @param table the rows
 * @param column the column of the lists
 * @param key the key that names it, for messages
 */
public record ListCheck(Table table, String column, String key) {

  /** Tells of rows whose text begins as a list and is none; returns whether there are none. */
  boolean values(Problems problems) {
    return sound(IntStream.range(0, table.size()), StepValues::fault, problems);
  }

  /**
   * Tells of rows whose text is no list of tokens.
   *
   * @param rows which rows
   * @param problems takes what is wrong
   * @return whether there are no such rows
   */
  public boolean tokens(IntStream rows, Problems problems) {
    return sound(rows, StepValues::faultOfList, problems);
  }

  private boolean sound(IntStream rows, UnaryOperator<String> fault, Problems problems) {
    Column values = table.column(column);
    WrongRows wrong = new WrongRows();
    rows.forEach(
        row -> {
          String what = fault.apply(values.textOf(row));
          if (!what.isEmpty()) {
            wrong.add(row, what);
          }
        });
    if (wrong.any()) {
      String text = NumberColumn.shortened(values.textOf(wrong.first()));
      problems.add(
          Problem.at(key)
              .what(
                  "column \"%s\" holds \"%s\", %s%s"
                      .formatted(column, text, wrong.text(), wrong.more()))
              .where(table.where(wrong.first(), column))
              .remedy("a list is one JSON array of texts or numbers, as [\"a\", \"b\"]"));
    }
    return !wrong.any();
  }
}
