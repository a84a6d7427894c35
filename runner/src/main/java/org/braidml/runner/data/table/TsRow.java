package org.braidml.runner.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@code .ts} file.
 *
 * @param dimensions for each dimension its numbers as JSON, {@code null} where missing
 * @param label the class or number to predict, or null
 */
record TsRow(List<List<String>> dimensions, @Nullable String label) {

  private static final String MISSING = "null";
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  /**
   * Reads a row.
   *
   * @param parts the dimensions, and the label if rows have one
   * @throws FaultException if something in it is wrong
   */
  static TsRow of(String[] parts, int width, TsHeader header) throws FaultException {
    int expected = width + (header.labelled() ? 1 : 0);
    if (parts.length != expected) {
      throw new FaultException(
          "%d %s between colons, where %d %s%s make %d"
              .formatted(
                  parts.length,
                  parts.length == 1 ? "part" : "parts",
                  width,
                  width == 1 ? "dimension" : "dimensions",
                  header.labelled() ? " and a label" : "",
                  expected));
    }
    List<List<String>> dimensions = new ArrayList<>();
    for (int d = 0; d < width; d++) {
      dimensions.add(numbers(parts[d].strip(), d));
    }
    return new TsRow(dimensions, header.labelled() ? label(parts[width], header.classes()) : null);
  }

  private static List<String> numbers(String text, int dimension) throws FaultException {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String value = part.strip();
      String number = number(value);
      if (number.isEmpty()) {
        throw new FaultException(
            "value %d of dimension %d is \"%s\", which is no number"
                .formatted(numbers.size() + 1, dimension + 1, value));
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static String number(String value) {
    if (value.isEmpty() || value.equals("?") || value.equalsIgnoreCase("nan")) {
      return MISSING;
    }
    double number = NumberColumn.parse(value);
    if (Double.isNaN(number)) {
      return "";
    }
    return JSON_NUMBER.matcher(value).matches() ? value : Double.toString(number);
  }

  private static @Nullable String label(String text, List<String> classes) throws FaultException {
    String label = text.strip();
    if (label.isEmpty() || label.equals("?")) {
      return null;
    }
    if (!classes.isEmpty() && !classes.contains(label)) {
      throw new FaultException(
          "the class \"" + label + "\" is none of the header's: " + String.join(", ", classes));
    }
    return label;
  }

  /** Returns one dimension as a JSON array. */
  String dimension(int index) {
    return json(dimensions.get(index));
  }

  /**
   * Returns all dimensions as a JSON array of steps.
   *
   * @throws FaultException if they differ in length
   */
  String series() throws FaultException {
    int length = dimensions.get(0).size();
    for (int d = 1; d < dimensions.size(); d++) {
      if (dimensions.get(d).size() != length) {
        throw new FaultException(
            "dimension 1 has %d steps and dimension %d has %d, so that they are no one series"
                .formatted(length, d + 1, dimensions.get(d).size()));
      }
    }
    return json(
        IntStream.range(0, length)
            .mapToObj(t -> json(dimensions.stream().map(values -> values.get(t)).toList()))
            .toList());
  }

  private static String json(List<String> values) {
    return values.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** Something in a row is wrong. */
  static final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultException(String what) {
      super(what);
    }
  }
}
