package org.braidml.runner.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them: three or four significant digits, thousands separated. */
final class Numbers {

  /** What stands where a number is not defined. */
  static final String UNDEFINED = "n/a";

  /** What is smaller is what rounding leaves of zero. */
  private static final double NEGLIGIBLE = 1e-12;

  private static final int LARGEST_PLAIN = 8;
  private static final int SMALLEST_PLAIN = -4;

  private Numbers() {}

  /** Returns four significant digits, for tables. */
  static String exact(double value) {
    return format(value, 4, true);
  }

  /** Returns three significant digits without trailing zeros, for sentences. */
  static String brief(double value) {
    return format(value, 3, false);
  }

  /** Returns a whole number with its thousands separated. */
  static String count(long value) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(value);
  }

  /** Returns a count and its noun, in the plural unless the count is one. */
  static String count(long value, String noun) {
    return count(value) + " " + (value == 1 ? noun : noun + "s");
  }

  /** Returns a share as a percentage. */
  static String percent(double share) {
    return Double.isFinite(share) ? brief(100 * share) + "%" : UNDEFINED;
  }

  /** Returns a duration: {@code 12.3 s}, {@code 4 min 5 s}, {@code 2 h 3 min}. */
  static String duration(double seconds) {
    if (!(seconds >= 60)) {
      return Double.isFinite(seconds) ? brief(seconds) + " s" : UNDEFINED;
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    return count(whole / 3600) + " h " + whole % 3600 / 60 + " min";
  }

  /** Returns the value to five significant digits, so that a page carries no noise. */
  static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(5)).doubleValue()
        : Double.NaN;
  }

  private static String format(double value, int digits, boolean zeros) {
    if (Double.isNaN(value)) {
      return UNDEFINED;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (Math.abs(value) < NEGLIGIBLE) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent > LARGEST_PLAIN || exponent < SMALLEST_PLAIN) {
      String places = (zeros ? "0" : "#").repeat(digits - 1);
      return new DecimalFormat("0." + places + "E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
          .format(rounded);
    }
    NumberFormat plain = NumberFormat.getNumberInstance(Locale.ROOT);
    int places = Math.max(0, digits - 1 - exponent);
    plain.setRoundingMode(RoundingMode.HALF_UP);
    plain.setMaximumFractionDigits(places);
    plain.setMinimumFractionDigits(zeros ? places : 0);
    return plain.format(exponent < digits ? rounded : new BigDecimal(value));
  }
}
