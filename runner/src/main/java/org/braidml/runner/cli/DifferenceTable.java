package org.braidml.runner.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.braidml.runner.run.Difference;

/**
 * Differences in lines of at most 80 columns: those that are short in a table, the others below it,
 * a line for each side.
 */
final class DifferenceTable {

  private static final int WIDTH = 80;
  private static final int KEY = 40;
  private static final int VALUE = 16;
  private static final int HASH_SHOWN = 12;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,64}");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d{7,}(E-?\\d+)?");

  private DifferenceTable() {}

  /** Returns the lines, or that there are none. */
  static String of(List<Difference> differences) {
    if (differences.isEmpty()) {
      return "  the same\n";
    }
    TextTable table = new TextTable(-1);
    StringBuilder rest = new StringBuilder();
    for (Difference found : differences) {
      String first = brief(found.first());
      String second = brief(found.second());
      if (first.equals(second)) { // as short as this they do not differ
        first = found.first();
        second = found.second();
      }
      if (found.key().length() <= KEY && first.length() <= VALUE && second.length() <= VALUE) {
        table.row(found.key(), first, second);
      } else {
        rest.append("  ").append(found.key()).append('\n');
        rest.append(side("    < ", first)).append(side("    > ", second));
      }
    }
    return table.render("  ") + rest;
  }

  private static String brief(String value) {
    if (HASH.matcher(value).matches()) {
      return value.substring(0, HASH_SHOWN);
    }
    return NUMBER.matcher(value).matches()
        ? String.format(Locale.ROOT, "%.6g", Double.parseDouble(value))
        : value;
  }

  private static String side(String mark, String value) {
    StringBuilder lines = new StringBuilder();
    int room = WIDTH - mark.length();
    String start = mark;
    for (int from = 0; from == 0 || from < value.length(); from += room) {
      lines.append(start).append(value, from, Math.min(value.length(), from + room)).append('\n');
      start = " ".repeat(mark.length());
    }
    return lines.toString();
  }
}
