package org.braidml.runner.data.fit;

import org.braidml.runner.data.table.Decimals;

/**
 * Reads JSON arrays of numbers, null among them, or of such arrays. It knows the usual case alone:
 * of anything else it says so, and a reader of all JSON is to judge.
 */
final class JsonNumbers {

  /** Longer numbers are not usual. */
  private static final int LONGEST = 100;

  private static final String NULL = "null";

  private final String text;
  private final ParsedSeries to;
  private int at;

  private JsonNumbers(String text, ParsedSeries to) {
    this.text = text;
    this.to = to;
  }

  /** Reads a text that begins with a bracket; returns false if it is not as usual. */
  static boolean read(String text, ParsedSeries to) {
    JsonNumbers json = new JsonNumbers(text, to);
    return json.array(true) && json.at == text.length();
  }

  /** Reads an array from its bracket on, and steps behind it. */
  private boolean array(boolean outer) {
    at++;
    if (sign() == ']') {
      at++;
      return true;
    }
    while (true) {
      char first = sign();
      boolean inner = outer && first == '[';
      boolean usual = inner ? array(false) : number(first);
      if (!usual) {
        return false;
      }
      if (outer) {
        to.endStep();
      }
      char next = sign();
      at++;
      if (next != ',') {
        return next == ']';
      }
    }
  }

  /** Returns the next sign that is no white space; 0 at the end. */
  private char sign() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c;
      }
      at++;
    }
    return 0;
  }

  private boolean number(char first) {
    if (first == 'n') {
      boolean missing = text.startsWith(NULL, at);
      at += NULL.length();
      to.add(Double.NaN);
      return missing;
    }
    int begin = at;
    while (at < text.length() && isOfNumber(text.charAt(at))) {
      at++;
    }
    double number = isJson(begin, at) ? Decimals.parse(text, begin, at) : Double.NaN;
    boolean whole = at == begin + 2 && number == 0; // there is no whole number -0
    to.add(whole ? 0 : number);
    return !Double.isNaN(number);
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }

  /** Returns whether a decimal number is one of JSON too: no plus, and digits about its point. */
  private boolean isJson(int begin, int end) {
    int digits = begin < end && text.charAt(begin) == '-' ? begin + 1 : begin;
    boolean zero = digits < end && text.charAt(digits) == '0';
    if (end - begin > LONGEST || !isDigit(digits, end) || (zero && isDigit(digits + 1, end))) {
      return false;
    }
    int point = digits;
    while (isDigit(point, end)) {
      point++;
    }
    return point == end || text.charAt(point) != '.' || isDigit(point + 1, end);
  }

  private boolean isDigit(int place, int end) {
    return place < end && text.charAt(place) >= '0' && text.charAt(place) <= '9';
  }
}
