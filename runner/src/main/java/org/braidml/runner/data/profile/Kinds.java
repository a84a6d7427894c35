package org.braidml.runner.data.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.braidml.runner.data.fit.SeriesFitting;
import org.braidml.runner.data.fit.StepValues;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.NumberColumn;

/** Tells kinds of columns by their values. */
final class Kinds {

  /** Whole numbers of no more values than this may stand for categories. */
  private static final int FEW_NUMBERS = 24;

  /** A value of a category stands in so many rows on average, or it is no category. */
  private static final int ROWS_A_VALUE = 10;

  private static final int ENOUGH_FOR_AN_ID = 20;
  private static final double WORDS_OF_TEXT = 2.5;
  private static final Set<Set<String>> TRUTHS =
      Set.of(
          Set.of("0", "1"),
          Set.of("false", "true"),
          Set.of("no", "yes"),
          Set.of("n", "y"),
          Set.of("f", "t"));
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern DIGIT = Pattern.compile(".*\\d.*", Pattern.DOTALL);

  private Kinds() {}

  /**
   * Returns the kind of a column.
   *
   * @param counts how often each value stands in it
   * @param rows how many rows have a value
   */
  static ColumnKind of(Map<String, Integer> counts, int rows) {
    if (counts.size() <= 1) {
      return counts.isEmpty() ? ColumnKind.EMPTY : ColumnKind.CONSTANT;
    }
    Set<String> values = counts.keySet();
    if (counts.size() == 2 && TRUTHS.contains(lower(values))) {
      return ColumnKind.BOOLEAN;
    }
    if (values.stream().allMatch(value -> !Double.isNaN(NumberColumn.parse(value.strip())))) {
      return number(values, rows);
    }
    if (values.stream().allMatch(value -> MomentColumn.date(value).isPresent())) {
      return ColumnKind.DATE;
    }
    if (values.stream().allMatch(value -> value.strip().startsWith("["))) {
      return lists(values).orElseGet(() -> words(values, rows));
    }
    return delimiter(values).isPresent() ? ColumnKind.SERIES : words(values, rows);
  }

  /** Returns what JSON arrays hold, numbers or words; empty if a value is none of them. */
  private static Optional<ColumnKind> lists(Set<String> values) {
    if (values.stream().allMatch(value -> SeriesFitting.faultOfVectors(value).isEmpty())) {
      return Optional.of(ColumnKind.SERIES);
    }
    boolean words = values.stream().allMatch(value -> StepValues.faultOfList(value).isEmpty());
    return words ? Optional.of(ColumnKind.LIST) : Optional.empty();
  }

  private static Set<String> lower(Set<String> values) {
    return values.stream()
        .map(value -> value.strip().toLowerCase(java.util.Locale.ROOT))
        .collect(java.util.stream.Collectors.toSet());
  }

  private static ColumnKind number(Set<String> values, int rows) {
    boolean whole = values.stream().allMatch(value -> WHOLE.matcher(value.strip()).matches());
    if (whole && values.size() == rows && rows >= ENOUGH_FOR_AN_ID) {
      return ColumnKind.IDENTIFIER;
    }
    boolean few = values.size() <= FEW_NUMBERS && rows >= ROWS_A_VALUE * values.size();
    return whole && few ? ColumnKind.CATEGORY : ColumnKind.NUMBER;
  }

  private static ColumnKind words(Set<String> values, int rows) {
    double words =
        values.stream()
            .mapToInt(value -> BLANKS.split(value.strip(), -1).length)
            .average()
            .orElse(0);
    boolean repeated = rows >= ROWS_A_VALUE * values.size();
    if (words >= WORDS_OF_TEXT && !repeated) {
      return ColumnKind.TEXT;
    }
    if (repeated) {
      return ColumnKind.CATEGORY;
    }
    long digits = values.stream().filter(value -> DIGIT.matcher(value).matches()).count();
    if (values.size() == rows && rows >= ENOUGH_FOR_AN_ID && 2 * digits > values.size()) {
      return ColumnKind.IDENTIFIER;
    }
    return 2 * values.size() >= rows ? ColumnKind.CHARACTERS : ColumnKind.CATEGORY;
  }

  /** Returns what stands between the numbers of a series, if all of the values are such. */
  static Optional<String> delimiter(Set<String> values) {
    return List.of(" ", ";", ",", "|").stream()
        .filter(delimiter -> values.stream().allMatch(value -> numbers(value, delimiter)))
        .findFirst();
  }

  private static boolean numbers(String value, String delimiter) {
    String between = delimiter.equals(" ") ? "\\s+" : Pattern.quote(delimiter);
    String[] parts = value.strip().split(between, -1);
    for (String part : parts) {
      if (!part.isBlank() && Double.isNaN(NumberColumn.parse(part.strip()))) {
        return false;
      }
    }
    return parts.length > 1;
  }
}
