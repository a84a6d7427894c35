package org.braidml.runner.data.fit;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.DatePart;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** How the text of a column becomes a number. */
public enum NumberReading {
  /** It is a number. */
  NUMBER,
  /** 1 for true, 0 for false. */
  TRUTH,
  /** The year of a date. */
  YEAR,
  /** Where in the year the month of a date is, as the sine of an angle. */
  MONTH_SINE,
  /** The cosine of that angle. */
  MONTH_COSINE,
  /** Where in a month of 31 days a date is. */
  DAY_OF_MONTH_SINE,
  /** The cosine of that angle. */
  DAY_OF_MONTH_COSINE,
  /** Where in the week, which begins on Monday, a date is. */
  DAY_OF_WEEK_SINE,
  /** The cosine of that angle. */
  DAY_OF_WEEK_COSINE,
  /** Where in the day a time is, minutes included. */
  HOUR_SINE,
  /** The cosine of that angle. */
  HOUR_COSINE;

  private static final Set<String> TRUE = Set.of("true", "yes", "t", "y", "1");
  private static final Set<String> FALSE = Set.of("false", "no", "f", "n", "0");

  /** Returns what a part of a date becomes. */
  static List<NumberReading> of(DatePart part) {
    return switch (part) {
      case YEAR -> List.of(YEAR);
      case MONTH -> List.of(MONTH_SINE, MONTH_COSINE);
      case DAY_OF_MONTH -> List.of(DAY_OF_MONTH_SINE, DAY_OF_MONTH_COSINE);
      case DAY_OF_WEEK -> List.of(DAY_OF_WEEK_SINE, DAY_OF_WEEK_COSINE);
      case HOUR -> List.of(HOUR_SINE, HOUR_COSINE);
    };
  }

  /** Returns the name of what a column becomes, for those who look into a model. */
  public String named(String column) {
    return this == NUMBER || this == TRUTH
        ? column
        : column + " " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns whether it lies between -1 and 1 and is not to be scaled. */
  boolean bounded() {
    return this != NUMBER && this != YEAR;
  }

  /**
   * Returns the numbers of some rows of a column, NaN where missing, and tells what is none.
   *
   * @param key the key of the field, for messages
   * @param rows the rows, in the order in which their numbers are returned
   * @param problems takes what is wrong
   */
  public double[] read(Table table, String column, String key, int[] rows, Problems problems) {
    if (this == NUMBER) {
      return NumberColumn.of(table, column, key + ".numeric", rows, problems);
    }
    return NumberColumn.read(
        table.column(column),
        rows,
        this::parse,
        (row, more) -> problems.add(wrong(table, column, key, row, more)));
  }

  private Problem.Builder wrong(Table table, String column, String key, int row, int more) {
    boolean truth = this == TRUTH;
    return Problem.at(key + (truth ? ".booleans" : ".dates"))
        .what(
            "column \"%s\" holds \"%s\" where %s belongs%s"
                .formatted(
                    column,
                    table.column(column).textOf(row),
                    truth ? "true or false" : "a date",
                    NumberColumn.more(more)))
        .where(table.where(row, column))
        .remedy(
            truth
                ? "true, yes, t, y and 1 are true, false, no, f, n and 0 false; name the column in"
                    + " category if it has other values"
                : "dates are written as 2012-07-01 or 2012-07-01 13:30:00");
  }

  /** Returns whether a text is missing or such a value. */
  public boolean reads(String text) {
    return text.isBlank() || !Double.isNaN(parse(text.strip()));
  }

  /** Returns the number of a text, NaN if it is none. */
  double parse(String text) {
    if (this == NUMBER) {
      return NumberColumn.parse(text);
    }
    if (this == TRUTH) {
      String word = text.toLowerCase(Locale.ROOT);
      return TRUE.contains(word) ? 1 : FALSE.contains(word) ? 0 : Double.NaN;
    }
    return MomentColumn.date(text).map(this::part).orElse(Double.NaN);
  }

  private double part(LocalDateTime date) {
    return switch (this) {
      case MONTH_SINE -> Math.sin(angle(date.getMonthValue() - 1, 12));
      case MONTH_COSINE -> Math.cos(angle(date.getMonthValue() - 1, 12));
      case DAY_OF_MONTH_SINE -> Math.sin(angle(date.getDayOfMonth() - 1, 31));
      case DAY_OF_MONTH_COSINE -> Math.cos(angle(date.getDayOfMonth() - 1, 31));
      case DAY_OF_WEEK_SINE -> Math.sin(angle(date.getDayOfWeek().getValue() - 1, 7));
      case DAY_OF_WEEK_COSINE -> Math.cos(angle(date.getDayOfWeek().getValue() - 1, 7));
      case HOUR_SINE -> Math.sin(angle(date.getHour() + date.getMinute() / 60.0, 24));
      case HOUR_COSINE -> Math.cos(angle(date.getHour() + date.getMinute() / 60.0, 24));
      default -> date.getYear();
    };
  }

  private static double angle(double place, int period) {
    return 2 * Math.PI * place / period;
  }
}
