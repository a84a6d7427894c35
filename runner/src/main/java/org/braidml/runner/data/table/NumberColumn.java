package org.braidml.runner.data.table;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;

/** Columns of text read as numbers. */
public final class NumberColumn {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private NumberColumn() {}

  /**
   * Returns the numbers of a column, NaN where missing, and tells what is no number.
   *
   * @param table the rows
   * @param column the column
   * @param key the key that asks for numbers, for messages
   * @param problems takes what is wrong
   */
  public static double[] of(Table table, String column, String key, Problems problems) {
    return of(table, column, key, IntStream.range(0, table.size()).toArray(), problems);
  }

  /**
   * Returns the numbers of some rows of a column, in their order, as {@link #of(Table, String,
   * String, Problems)} does.
   *
   * @param rows the rows
   */
  public static double[] of(Table table, String column, String key, int[] rows, Problems problems) {
    Column texts = table.column(column);
    double[] numbers = new double[rows.length];
    int wrong = 0;
    int first = -1;
    for (int i = 0; i < numbers.length; i++) {
      String text = texts.textOf(rows[i]).strip();
      numbers[i] = text.isEmpty() ? Double.NaN : parse(text);
      if (!text.isEmpty() && Double.isNaN(numbers[i])) {
        wrong++;
        first = first < 0 ? rows[i] : first;
      }
    }
    if (first >= 0) {
      problems.add(wrong(table, column, key, first, texts.textOf(first), wrong - 1));
    }
    return numbers;
  }

  /** Returns the finite number that a text is, or NaN if it is none. */
  public static double parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Double.NaN;
    }
    double number = Double.parseDouble(text);
    return Float.isFinite((float) number) ? number : Double.NaN;
  }

  /** Tells that a row holds something that is no number, and how many more rows do. */
  public static Problem.Builder wrong(
      Table table, String column, String key, int row, String text, int more) {
    return Problem.at(key)
        .what(
            "column \""
                + column
                + "\" holds \""
                + shortened(text)
                + (NUMBER.matcher(text.strip()).matches()
                    ? "\", which is too large for a 32-bit number"
                    : "\" where a number belongs")
                + more(more))
        .where(table.where(row))
        .remedy("mend it, or add what means \"missing\" to data.source.null-values");
  }

  /** Returns what a message adds when there are more such rows. */
  public static String more(int more) {
    return more == 0
        ? ""
        : ", and " + more + (more == 1 ? " more row is like it" : " more rows are like it");
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
