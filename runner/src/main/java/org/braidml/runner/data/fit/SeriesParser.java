package org.braidml.runner.data.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.braidml.runner.data.table.NumberColumn;

/** Reads a series of numbers out of one text. */
final class SeriesParser {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Pattern delimiter;

  SeriesParser(String delimiter) {
    this.delimiter = StepValues.cut(delimiter);
  }

  /**
   * Returns the steps of a text, each with its numbers, NaN where missing.
   *
   * @throws WrongNumberException if something in it is no number
   */
  List<double[]> parse(String text) throws WrongNumberException {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return List.of();
    }
    if (stripped.startsWith("[")) {
      return json(stripped);
    }
    List<double[]> steps = new ArrayList<>();
    for (String number : delimiter.split(stripped, -1)) {
      steps.add(new double[] {number(number.strip())});
    }
    return steps;
  }

  private static double number(String text) throws WrongNumberException {
    double number = text.isEmpty() ? Double.NaN : NumberColumn.parse(text);
    if (Double.isNaN(number) && !text.isEmpty()) {
      throw new WrongNumberException(text);
    }
    return number;
  }

  private static List<double[]> json(String text) throws WrongNumberException {
    try {
      List<double[]> steps = new ArrayList<>();
      for (JsonNode step : JSON.readTree(text)) {
        double[] numbers = new double[step.isArray() ? step.size() : 1];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = number(step.isArray() ? step.get(i) : step);
        }
        steps.add(numbers);
      }
      return steps;
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
    return number(node.asText());
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
