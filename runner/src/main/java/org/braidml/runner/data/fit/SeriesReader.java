package org.braidml.runner.data.fit;

import java.util.List;
import java.util.stream.Stream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/**
 * Reads the series of rows, one row after another, as plain numbers: step after step, NaN where
 * missing. Counts what is wrong. Used by one thread.
 */
public final class SeriesReader {

  private static final double[] NONE = {};

  private final Table table;
  private final SeriesColumns names;
  private final int width;
  private final SeriesParser parser;
  private final List<Column> columns;
  private final List<ParsedSeries> parsed;
  private final List<WrongRows> wrong;
  private final List<WrongRows> differing;
  private final WrongRows uneven = new WrongRows();

  private SeriesReader(Table table, SeriesColumns names, int width) {
    this.table = table;
    this.names = names;
    this.width = width;
    this.parser = new SeriesParser(names.delimiter());
    this.columns = names.names().stream().map(table::column).toList();
    int channels = names.steps().isEmpty() ? columns.size() : 0;
    this.parsed = Stream.generate(ParsedSeries::new).limit(channels).toList();
    this.wrong = Stream.generate(WrongRows::new).limit(columns.size()).toList();
    this.differing = Stream.generate(WrongRows::new).limit(channels).toList();
  }

  /** A reader of series as a fitted field wants them. */
  public static SeriesReader of(FittedSeries field, String key, Table table) {
    return new SeriesReader(table, SeriesColumns.of(field, key), field.scales().size());
  }

  /**
   * A reader of series.
   *
   * @param width F, or 0 to take it from the first row of {@code sample} that has a step
   * @param sample the rows that tell F
   */
  static SeriesReader of(Table table, SeriesColumns names, int width, int[] sample) {
    return new SeriesReader(
        table, names, width > 0 ? width : new SeriesReader(table, names, 0).widthOf(sample));
  }

  private int widthOf(int[] sample) {
    for (int row : sample) {
      parse(0, row);
      if (parsed.get(0).steps() > 0) {
        return Math.max(1, parsed.get(0).width(0));
      }
    }
    return 1;
  }

  /** Returns F, without indicators. */
  public int width() {
    return width;
  }

  /** Returns the numbers of a row that are not cut off; none if something is wrong in it. */
  public double[] row(int row) {
    return names.steps().isEmpty() ? channels(row) : steps(row);
  }

  private double[] steps(int row) {
    double[] numbers = new double[columns.size()];
    int length = 0;
    for (int t = 0; t < numbers.length; t++) {
      String whole = columns.get(t).textOf(row);
      String text = whole.strip();
      numbers[t] = text.isEmpty() ? Double.NaN : NumberColumn.parse(text);
      if (!Double.isNaN(numbers[t])) {
        length = t + 1;
      } else if (!text.isEmpty()) {
        wrong.get(t).add(row, whole);
      }
    }
    double[] kept = new double[names.kept(length)];
    System.arraycopy(numbers, names.first(length), kept, 0, kept.length);
    return kept;
  }

  private double[] channels(int row) {
    for (int c = 0; c < columns.size(); c++) {
      parse(c, row);
    }
    int length = parsed.get(0).steps();
    for (int c = 1; c < columns.size(); c++) {
      if (parsed.get(c).steps() != length) {
        differing.get(c).add(row, "");
        length = Math.min(length, parsed.get(c).steps());
      }
    }
    int first = names.first(length);
    int kept = names.kept(length);
    if (!even(first, kept)) {
      uneven.add(row, "");
      return NONE;
    }
    double[] numbers = new double[kept * width];
    if (columns.size() == 1) {
      parsed.get(0).copy(first, numbers, numbers.length);
      return numbers;
    }
    for (int c = 0; c < width; c++) {
      ParsedSeries channel = parsed.get(c);
      int begin = channel.begin(first);
      for (int t = 0; t < kept; t++) {
        numbers[t * width + c] = channel.number(begin + t);
      }
    }
    return numbers;
  }

  private void parse(int column, int row) {
    try {
      parser.parse(columns.get(column), row, parsed.get(column));
    } catch (SeriesParser.WrongNumberException e) {
      wrong.get(column).add(row, e.text());
    }
  }

  /** Returns whether each step has as many numbers as it should. */
  private boolean even(int first, int kept) {
    int each = columns.size() == 1 ? width : 1;
    return parsed.stream().allMatch(channel -> channel.isEven(first, kept, each));
  }

  /** Tells what was wrong in the rows that were read. */
  public void tell(Problems problems) {
    int before = problems.size();
    for (int c = 0; c < columns.size(); c++) {
      WrongRows rows = wrong.get(c);
      if (rows.any()) {
        problems.add(
            NumberColumn.wrong(
                table,
                names.names().get(c),
                names.namesKey(),
                rows.first(),
                rows.text(),
                rows.others()));
      }
      // a row that could not be read is told once
      if (names.steps().isEmpty() && differing.get(c).any() && problems.size() == before) {
        problems.add(
            Problem.at(names.namesKey())
                .what("the channels of a row differ in length" + differing.get(c).more())
                .where(table.where(differing.get(c).first()))
                .remedy("all channels of a row have one length; missing numbers are left empty"));
      }
    }
    if (uneven.any()) {
      problems.add(
          Problem.at(names.key())
              .what("a step has not " + width + " numbers" + uneven.more())
              .where(table.where(uneven.first()))
              .remedy("every step of every row has the same count of numbers"));
    }
  }
}
