package org.braidml.runner.data.table;

/** Numbers in decimal notation: digits, perhaps with a sign, a point and an exponent. */
public final class Decimals {

  /** Whole numbers of so many digits are exact as they are. */
  private static final int EXACT_DIGITS = 15;

  /** Powers of ten that are exact. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int LARGEST_EXPONENT = 1000;

  private Decimals() {}

  /**
   * Returns the number that a part of a text is, as {@link Double#parseDouble} does, bit for bit;
   * NaN if it is none, or has no place in 32 bits.
   *
   * @param text the text
   * @param from where the part begins
   * @param to where it ends
   */
  public static double parse(String text, int from, int to) {
    int at = from;
    boolean negative = at < to && text.charAt(at) == '-';
    if (negative || (at < to && text.charAt(at) == '+')) {
      at++;
    }
    long digits = 0;
    int significant = 0;
    int exponent = 0;
    int given = 0;
    boolean point = false;
    boolean clipped = false;
    for (; at < to; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        given++;
        exponent -= point ? 1 : 0;
        significant += digits > 0 || c > '0' ? 1 : 0;
        digits = significant > EXACT_DIGITS ? digits : digits * 10 + (c - '0');
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (given == 0) {
      return Double.NaN;
    }
    if (at < to) {
      int power = exponent(text, at, to);
      if (power == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      clipped = Math.abs(power) == LARGEST_EXPONENT;
      exponent += power;
    }
    double number;
    if (clipped || significant > EXACT_DIGITS || Math.abs(exponent) >= POWERS.length) {
      number = Double.parseDouble(text.substring(from, to));
    } else {
      // both are exact, so that the result is rounded once, as it has to be
      double size = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
      number = negative ? -size : size;
    }
    return Float.isFinite((float) number) ? number : Double.NaN;
  }

  /** Returns the number behind an e, not beyond a bound, or the least integer if it is none. */
  private static int exponent(String text, int from, int to) {
    int at = from + 1;
    boolean negative = at < to && text.charAt(at) == '-';
    if (negative || (at < to && text.charAt(at) == '+')) {
      at++;
    }
    if ((text.charAt(from) | 0x20) != 'e' || at == to) {
      return Integer.MIN_VALUE;
    }
    int power = 0;
    for (; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      power = Math.min(LARGEST_EXPONENT, power * 10 + digit);
    }
    return negative ? -power : power;
  }
}
