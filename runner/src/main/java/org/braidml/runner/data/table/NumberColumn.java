package org.braidml.runner.data.table;

import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.store.Numbers;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.store.Primitive;

/** Columns of text read as numbers. */
public final class NumberColumn {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private static final Pattern COMMAS = Pattern.compile("[+-]?[0-9.]*[0-9],[0-9][0-9,.]*");

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
   * Returns the numbers of a column as {@link #of(Table, String, String, Problems)} does: few in
   * the heap, many in a file.
   */
  public static Numbers<double[]> many(Table table, String column, String key, Problems problems) {
    Column texts = table.column(column);
    NumbersWriter<double[]> numbers = new NumbersWriter<>(Primitive.DOUBLE);
    WrongRows wrong = new WrongRows();
    double[] one = new double[1];
    for (int row = 0; row < table.size(); row++) {
      String text = texts.textOf(row);
      one[0] = parse(text.strip());
      if (Double.isNaN(one[0]) && !text.isBlank()) {
        wrong.add(row, text);
      }
      numbers.add(one, 1);
    }
    if (wrong.any()) {
      problems.add(wrong(table, column, key, wrong.first(), wrong.text(), wrong.others()));
    }
    return numbers.whole();
  }

  /**
   * Returns the numbers of some rows of a column, in their order, as {@link #of(Table, String,
   * String, Problems)} does.
   *
   * @param rows the rows
   */
  public static double[] of(Table table, String column, String key, int[] rows, Problems problems) {
    Column texts = table.column(column);
    return read(
        texts,
        rows,
        NumberColumn::parse,
        (row, more) -> problems.add(wrong(table, column, key, row, texts.textOf(row), more)));
  }

  /**
   * Returns what the texts of some rows of a column are as numbers, NaN where missing.
   *
   * @param rows the rows, in the order in which their numbers are returned
   * @param parse the number that a text without white space around it is, or NaN if it is none
   * @param wrong is told the first row that holds something else, and how many more do
   */
  public static double[] read(
      Column texts, int[] rows, ToDoubleFunction<String> parse, Wrong wrong) {
    double[] numbers = new double[rows.length];
    int count = 0;
    int first = -1;
    for (int i = 0; i < numbers.length; i++) {
      String text = texts.textOf(rows[i]).strip();
      numbers[i] = text.isEmpty() ? Double.NaN : parse.applyAsDouble(text);
      if (!text.isEmpty() && Double.isNaN(numbers[i])) {
        count++;
        first = first < 0 ? rows[i] : first;
      }
    }
    if (first >= 0) {
      wrong.tell(first, count - 1);
    }
    return numbers;
  }

  /** Tells that something is no number. */
  @FunctionalInterface
  public interface Wrong {

    /**
     * Tells of a row.
     *
     * @param row the first that is wrong
     * @param more how many more are
     */
    void tell(int row, int more);
  }

  /** Returns the finite number that a text is, or NaN if it is none. */
  public static double parse(String text) {
    return Decimals.parse(text, 0, text.length());
  }

  /** Returns a number as a message shows it, a whole one without a point. */
  public static String text(double number) {
    return number % 1 == 0 && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
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
        .where(table.where(row, column))
        .remedy(
            COMMAS.matcher(text.strip()).matches()
                ? "a decimal mark is a point, and thousands have no mark; data.source.sql can"
                    + " rewrite"
                    + " the column: SELECT * REPLACE (replace(\"%s\", ',', '.') AS \"%s\") FROM source"
                        .formatted(column, column)
                : "mend it, or add what means \"missing\" to data.source.null-values");
  }

  /** Returns what a message adds when there are more such rows. */
  public static String more(int more) {
    return more == 0
        ? ""
        : ", and " + more + (more == 1 ? " more row is like it" : " more rows are like it");
  }

  /** Returns a text that fits in a message: short, in one line, without control characters. */
  public static String shortened(String text) {
    String shown = text.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    return shown.length() <= 40 ? shown : shown.substring(0, 40) + "...";
  }
}
