package org.braidml.runner.data.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;

/**
 * Columns of text read as moments: numbers, or dates such as {@code 2012-07}, {@code 2012-07-01},
 * {@code 2012-07-01 13:30} and {@code 2012-07-01T13:30:05Z}. A column is of one kind, that of its
 * first value. A date without a zone is one of UTC.
 */
public final class MomentColumn {

  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern ZONED = Pattern.compile(".*(?:Z|[+-]\\d{2}:\\d{2})");

  private MomentColumn() {}

  /**
   * Returns the moments of a column, numbers or seconds since 1970, and tells of a missing one and
   * of what is none.
   *
   * @param table the rows
   * @param column the column
   * @param key the key that asks for moments, for messages
   * @param problems takes what is wrong
   */
  public static double[] of(Table table, String column, String key, Problems problems) {
    Column texts = table.column(column);
    boolean numbers = numbers(texts);
    double[] moments = new double[texts.size()];
    int wrong = 0;
    int first = -1;
    for (int row = 0; row < moments.length; row++) {
      moments[row] = parse(texts.textOf(row), numbers);
      if (Double.isNaN(moments[row])) {
        wrong++;
        first = first < 0 ? row : first;
      }
    }
    if (first >= 0) {
      problems.add(
          Problem.at(key)
              .value('"' + column + '"')
              .what(
                  (texts.get(first) == null
                          ? "the column is missing"
                          : "the column holds \"" + texts.get(first) + '"')
                      + " where a "
                      + (numbers ? "number" : "date")
                      + " belongs"
                      + NumberColumn.more(wrong - 1))
              .where(table.where(first))
              .remedy("dates are written as 2012-07-01 or 2012-07-01 13:30:00"));
    }
    return moments;
  }

  /** Returns whether a column is one of numbers: whether its first value is. */
  public static boolean numbers(Column texts) {
    for (int row = 0; row < texts.size(); row++) {
      if (texts.get(row) != null) {
        return !Double.isNaN(NumberColumn.parse(texts.textOf(row).strip()));
      }
    }
    return true;
  }

  /** Returns the moment that a text is, of the given kind, or NaN if it is none. */
  public static double parse(String text, boolean numbers) {
    return numbers
        ? NumberColumn.parse(text.strip())
        : date(text).map(date -> (double) date.toEpochSecond(ZoneOffset.UTC)).orElse(Double.NaN);
  }

  /**
   * Returns whether each row holds a moment, of the kind of which there are more.
   *
   * @param texts the column
   */
  public static BitSet known(Column texts) {
    BitSet numbers = rows(texts, true);
    BitSet dates = rows(texts, false);
    return dates.cardinality() > numbers.cardinality() ? dates : numbers;
  }

  private static BitSet rows(Column texts, boolean numbers) {
    BitSet rows = new BitSet();
    IntStream.range(0, texts.size())
        .filter(row -> !Double.isNaN(parse(texts.textOf(row), numbers)))
        .forEach(rows::set);
    return rows;
  }

  /** Returns the date that a text is, in UTC if it tells a zone. */
  public static Optional<LocalDateTime> date(String text) {
    String stripped = text.strip();
    try {
      if (MONTH.matcher(stripped).matches()) {
        return Optional.of(YearMonth.parse(stripped).atDay(1).atStartOfDay());
      }
      if (DAY.matcher(stripped).matches()) {
        return Optional.of(LocalDate.parse(stripped).atStartOfDay());
      }
      String iso = stripped.replaceFirst(" ", "T");
      return Optional.of(
          ZONED.matcher(iso).matches()
              ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
              : LocalDateTime.parse(iso));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
