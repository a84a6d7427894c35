package org.braidml.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares results row by row and tells the first that differs. */
final class Compare {

  private Compare() {}

  /**
   * A row that differs.
   *
   * @param output which result
   * @param row which row of the expected batch
   * @param largest the largest difference in it
   */
  record Difference(String output, int row, double largest) {

    String size() {
      return "largest difference " + number(largest);
    }
  }

  /** A number as failures print it. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  /** Compares all rows. */
  static Optional<Difference> all(List<Reading> expected, List<Reading> actual, Tolerance allowed) {
    int[] rows = new int[expected.isEmpty() ? 0 : expected.get(0).rows()];
    Arrays.setAll(rows, i -> i);
    return rows(expected, rows, actual, rows, allowed);
  }

  /** Compares some rows of one batch with rows of another. */
  static Optional<Difference> rows(
      List<Reading> expected,
      int[] expectedRows,
      List<Reading> actual,
      int[] actualRows,
      Tolerance allowed) {
    for (int i = 0; i < expected.size(); i++) {
      for (int k = 0; k < expectedRows.length; k++) {
        double[] a = expected.get(i).row(expectedRows[k]);
        double[] b = actual.get(i).row(actualRows[k]);
        double largest = largest(expected.get(i).name(), a, b, allowed);
        if (largest > 0) {
          return Optional.of(new Difference(expected.get(i).name(), expectedRows[k], largest));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the largest difference that is not allowed, or 0; infinity for what is not a number.
   */
  static double largest(String name, double[] expected, double[] actual, Tolerance allowed) {
    if (expected.length != actual.length) {
      fail(name + " has " + actual.length + " numbers a row where " + expected.length + " are due");
    }
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      if (Double.isNaN(expected[i]) || Double.isNaN(actual[i])) {
        fail(name + " has a number that is not a number");
      }
      if (!allowed.accepts(expected[i], actual[i])) {
        largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
      }
    }
    return largest;
  }
}
