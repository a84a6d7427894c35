package org.braidml.runner.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.braidml.runner.data.profile.ColumnProfile;
import org.braidml.runner.data.table.NumberColumn;

/** The values of a column in few words. */
final class ColumnWords {

  private ColumnWords() {}

  static String of(ColumnProfile column) {
    return switch (column.kind()) {
      case EMPTY -> "none";
      case NUMBER -> numbers(column);
      case DATE -> ends(column);
      case TEXT -> lengths(column, "words and signs");
      case LIST -> lengths(column, "elements");
      case CHARACTERS -> lengths(column, "characters");
      case IDENTIFIER -> "\"" + first(column) + "\", ...";
      default -> frequent(column);
    };
  }

  private static String first(ColumnProfile column) {
    return column.counts().keySet().iterator().next();
  }

  private static String numbers(ColumnProfile column) {
    double[] values =
        column.counts().entrySet().stream()
            .flatMapToDouble(
                entry -> {
                  double[] same = new double[entry.getValue()];
                  Arrays.fill(same, NumberColumn.parse(entry.getKey().strip()));
                  return Arrays.stream(same);
                })
            .sorted()
            .toArray();
    return number(values[0])
        + " to "
        + number(values[values.length - 1])
        + ", median "
        + number(values[values.length / 2]);
  }

  private static String ends(ColumnProfile column) {
    List<String> dates = column.counts().keySet().stream().sorted().toList();
    return dates.get(0) + " to " + dates.get(dates.size() - 1);
  }

  private static String lengths(ColumnProfile column, String what) {
    int[] lengths = column.lengths();
    return "%d to %d %s, median %d"
        .formatted(lengths[0], lengths[lengths.length - 1], what, lengths[lengths.length / 2]);
  }

  private static String frequent(ColumnProfile column) {
    int given = column.rows() - column.missing();
    return column.counts().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(4)
        .map(entry -> entry.getKey() + " " + Math.round(100.0 * entry.getValue() / given) + " %")
        .collect(Collectors.joining(", "));
  }

  /** Returns four significant digits without trailing zeros. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    return value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9)
        ? rounded.toPlainString()
        : rounded.toString();
  }
}
