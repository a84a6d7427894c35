package org.braidml.runner.data.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;

/**
 * How much one column tells of the target by itself. Each row is guessed from the other rows of the
 * same value, so that values of one row tell nothing.
 */
final class Influence {

  /** Numbers of more values than this are cut into as many ranges of equally many rows. */
  private static final int RANGES = 50;

  private Influence() {}

  /** Returns what a column counts as, row by row: its values, or ranges of its numbers. */
  static String[] groups(Column column, ColumnProfile profile, int[] rows) {
    String[] groups = new String[rows.length];
    boolean cut = profile.kind() == ColumnKind.NUMBER && profile.distinct() > RANGES;
    double[] bounds = cut ? bounds(column, rows) : new double[0];
    for (int i = 0; i < rows.length; i++) {
      String text = column.textOf(rows[i]).strip();
      groups[i] = cut && !text.isEmpty() ? range(bounds, NumberColumn.parse(text)) : text;
    }
    return groups;
  }

  private static double[] bounds(Column column, int[] rows) {
    double[] sorted = numbers(column, rows);
    sorted = Arrays.stream(sorted).filter(number -> !Double.isNaN(number)).sorted().toArray();
    double[] bounds = new double[RANGES - 1];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = sorted[(int) ((i + 1L) * sorted.length / RANGES)];
    }
    return bounds;
  }

  private static String range(double[] bounds, double number) {
    int place = Arrays.binarySearch(bounds, number);
    return String.valueOf(place < 0 ? -place - 1 : place + 1);
  }

  /** Returns numbers of rows, NaN where there is none. */
  static double[] numbers(Column column, int[] rows) {
    return Arrays.stream(rows)
        .mapToDouble(row -> NumberColumn.parse(column.textOf(row).strip()))
        .toArray();
  }

  /**
   * Returns the share of rows whose class the other rows of the same group tell, and how much of
   * the gap between the most frequent class and all rows that closes.
   */
  static Classes classes(String[] groups, String[] classes) {
    Map<String, Integer> all = new HashMap<>();
    Map<String, Map<String, Integer>> byGroup = new HashMap<>();
    for (int i = 0; i < groups.length; i++) {
      all.merge(classes[i], 1, Integer::sum);
      byGroup.computeIfAbsent(groups[i], g -> new HashMap<>()).merge(classes[i], 1, Integer::sum);
    }
    Map.Entry<String, Integer> most =
        all.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    long right = 0;
    for (int i = 0; i < groups.length; i++) {
      Map<String, Integer> others = byGroup.getOrDefault(groups[i], Map.of());
      int own = others.getOrDefault(classes[i], 0) - 1;
      String mine = classes[i];
      int best =
          others.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(mine))
              .mapToInt(Map.Entry::getValue)
              .max()
              .orElse(0);
      boolean alone = own == 0 && best == 0;
      right += alone ? (mine.equals(most.getKey()) ? 1 : 0) : own > best ? 1 : 0;
    }
    return new Classes((double) right / groups.length, (double) most.getValue() / groups.length);
  }

  /**
   * What a column tells of classes.
   *
   * @param told the share of rows whose class it tells
   * @param majority the share of the most frequent class
   */
  record Classes(double told, double majority) {

    /** Returns the part of the rows outside the most frequent class that is gained. */
    double gain() {
      return majority >= 1 ? 0 : (told - majority) / (1 - majority);
    }
  }

  /** Returns the share of the variance that the means of groups explain, left-out row by row. */
  static double explained(String[] groups, double[] target) {
    Map<String, double[]> sums = new HashMap<>();
    double total = 0;
    for (int i = 0; i < groups.length; i++) {
      double[] sum = sums.computeIfAbsent(groups[i], g -> new double[2]);
      sum[0] += target[i];
      sum[1]++;
      total += target[i];
    }
    double mean = total / groups.length;
    double left = 0;
    double all = 0;
    for (int i = 0; i < groups.length; i++) {
      double[] sum = sums.getOrDefault(groups[i], new double[2]);
      double guess = sum[1] > 1 ? (sum[0] - target[i]) / (sum[1] - 1) : mean;
      left += (target[i] - guess) * (target[i] - guess);
      all += (target[i] - mean) * (target[i] - mean);
    }
    return all == 0 ? 0 : 1 - left / all;
  }

  /**
   * Returns how two columns make the target in every row, if they do, as a format of their names:
   * as a sum, a product, or a difference of either from the other.
   */
  static Optional<String> made(double[] one, double[] other, double[] target) {
    for (Sign sign : Sign.values()) {
      if (holds(one, other, target, sign)) {
        return Optional.of(sign.shown);
      }
    }
    return Optional.empty();
  }

  private static boolean holds(double[] one, double[] other, double[] target, Sign sign) {
    boolean any = false;
    for (int i = 0; i < target.length; i++) {
      double made =
          switch (sign) {
            case PLUS -> one[i] + other[i];
            case MINUS -> one[i] - other[i];
            case FROM -> other[i] - one[i];
            case TIMES -> one[i] * other[i];
          };
      if (Double.isNaN(made)) {
        continue;
      }
      if (Math.abs(made - target[i]) > 1e-6 * Math.max(1, Math.abs(target[i]))) {
        return false;
      }
      any = true;
    }
    return any;
  }

  private enum Sign {
    PLUS("%1$s + %2$s"),
    MINUS("%1$s - %2$s"),
    FROM("%2$s - %1$s"),
    TIMES("%1$s * %2$s");

    private final String shown;

    Sign(String shown) {
      this.shown = shown;
    }
  }
}
