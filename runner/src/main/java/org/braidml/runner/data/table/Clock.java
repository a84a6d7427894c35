package org.braidml.runner.data.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments of measurements: plain numbers, or hours, minutes and perhaps seconds. */
final class Clock {

  private static final Pattern TIME = Pattern.compile("(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d))?");

  private Clock() {}

  /** Returns a number as it is, {@code 23:59} in hours, and NaN for what is neither. */
  static double parse(String text) {
    if (text.indexOf(':') < 0) {
      return NumberColumn.parse(text);
    }
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return Double.NaN;
    }
    String seconds = time.group(3);
    return Integer.parseInt(time.group(1))
        + Integer.parseInt(time.group(2)) / 60.0
        + (seconds == null ? 0 : Integer.parseInt(seconds) / 3600.0);
  }
}
