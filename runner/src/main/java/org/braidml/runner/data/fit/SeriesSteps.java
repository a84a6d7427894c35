package org.braidml.runner.data.fit;

import org.braidml.runner.data.table.Column;

/**
 * The numbers of a column that holds series.
 *
 * @param rows how many rows have a value
 * @param numbers how many numbers there are in them
 * @param missing how many numbers are missing in them
 * @param least the least number
 * @param greatest the greatest number
 */
public record SeriesSteps(int rows, long numbers, long missing, double least, double greatest) {

  /** Counts what some rows hold; what is no series counts as missing. */
  public static SeriesSteps of(Column column, String delimiter, int[] rows) {
    SeriesParser parser = new SeriesParser(delimiter);
    ParsedSeries series = new ParsedSeries();
    int given = 0;
    long numbers = 0;
    long missing = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      given += read(parser, column, row, series) ? 1 : 0;
      for (int i = 0; i < series.begin(series.steps()); i++) {
        double number = series.number(i);
        if (Double.isNaN(number)) {
          missing++;
        } else {
          numbers++;
          least = Math.min(least, number);
          greatest = Math.max(greatest, number);
        }
      }
    }
    return new SeriesSteps(given, numbers, missing, least, greatest);
  }

  /** Returns how many steps a text has; none if it is no series. */
  public static int count(String text, String delimiter) {
    ParsedSeries series = new ParsedSeries();
    try {
      new SeriesParser(delimiter).parse(text, series);
    } catch (SeriesParser.WrongNumberException e) {
      return 0;
    }
    return series.steps();
  }

  /** Reads a row, without steps if it is no series; returns whether it has a value. */
  private static boolean read(SeriesParser parser, Column column, int row, ParsedSeries to) {
    try {
      return parser.parse(column, row, to);
    } catch (SeriesParser.WrongNumberException e) {
      to.clear();
      return true;
    }
  }
}
