package org.braidml.runner.data.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Decimals;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.WholeJson;

/** Reads a series of numbers out of one text. Used by one thread. */
final class SeriesParser {

  private final String delimiter;
  private final boolean anyWhiteSpace;

  SeriesParser(String delimiter) {
    this.delimiter = delimiter;
    this.anyWhiteSpace = StepValues.isAnyWhiteSpace(delimiter);
  }

  /**
   * Reads the steps of a row: its numbers if it is of a column of series, or else its text. A
   * number that is too large for 32 bits is told as its text would be.
   *
   * @param to takes the steps in place of those it had; none if something is wrong
   * @return whether the row has a value
   * @throws WrongNumberException if something in it is no number
   */
  boolean parse(Column column, int row, ParsedSeries to) throws WrongNumberException {
    if (column.series().isPresent()) {
      double[] numbers = column.series().get().apply(row);
      if (numbers == null || Arrays.stream(numbers).allMatch(SeriesParser::isUsual)) {
        to.set(numbers);
        return numbers != null;
      }
    }
    String text = column.textOf(row);
    parse(text, to);
    return !text.isBlank();
  }

  /** Returns whether a number is missing or has a place in 32 bits; a sum of some may have none. */
  private static boolean isUsual(double number) {
    return Double.isNaN(number) || Float.isFinite((float) number);
  }

  /**
   * Reads the steps of a text, each with its numbers, NaN where missing.
   *
   * @param text the text
   * @param to takes the steps in place of those it had; none if something is wrong
   * @throws WrongNumberException if something in it is no number
   */
  void parse(String text, ParsedSeries to) throws WrongNumberException {
    to.clear();
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return;
    }
    try {
      if (!stripped.startsWith("[")) {
        delimited(stripped, to);
      } else if (!JsonNumbers.read(stripped, to)) {
        to.clear();
        json(stripped, to);
      }
    } catch (WrongNumberException e) {
      to.clear();
      throw e;
    }
  }

  private void delimited(String text, ParsedSeries to) throws WrongNumberException {
    int from = 0;
    while (from <= text.length()) {
      int end = anyWhiteSpace ? whiteSpace(text, from) : text.indexOf(delimiter, from);
      int until = end < 0 ? text.length() : end;
      to.add(number(text, from, until));
      to.endStep();
      from = anyWhiteSpace ? behindWhiteSpace(text, until) : until + delimiter.length();
      if (end < 0) {
        return;
      }
    }
  }

  /** Returns where the next white space is, or -1 if there is none. */
  private static int whiteSpace(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (isWhiteSpace(text.charAt(at))) {
        return at;
      }
    }
    return -1;
  }

  private static int behindWhiteSpace(String text, int from) {
    int at = from;
    while (at < text.length() && isWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWhiteSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Returns the number of a part of a text, white space around it left out. */
  private static double number(String text, int from, int to) throws WrongNumberException {
    int first = from;
    int end = to;
    while (first < end && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (first < end && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    double number = first == end ? Double.NaN : Decimals.parse(text, first, end);
    if (Double.isNaN(number) && first < end) {
      throw new WrongNumberException(text.substring(first, end));
    }
    return number;
  }

  private static void json(String text, ParsedSeries to) throws WrongNumberException {
    try {
      for (JsonNode step : WholeJson.read(text)) {
        if (step.isArray()) {
          for (JsonNode number : step) {
            to.add(number(number));
          }
        } else {
          to.add(number(step));
        }
        to.endStep();
      }
    } catch (JsonProcessingException e) {
      throw new WrongNumberException(text);
    }
  }

  private static double number(JsonNode node) throws WrongNumberException {
    if (node.isNull()) {
      return Double.NaN;
    }
    if (!node.isValueNode()) {
      throw new WrongNumberException(node.toString());
    }
    String text = node.asText();
    double number = text.isEmpty() ? Double.NaN : NumberColumn.parse(text);
    if (Double.isNaN(number) && !text.isEmpty()) {
      throw new WrongNumberException(text);
    }
    return number;
  }

  /** Something is no number. */
  static final class WrongNumberException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String text;

    WrongNumberException(String text) {
      super(text);
      this.text = text;
    }

    /** Returns what is no number. */
    String text() {
      return text;
    }
  }
}
