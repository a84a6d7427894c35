package org.braidml.runner.data.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.WholeJson;
import org.jspecify.annotations.Nullable;

/** A column that holds several values in each row: one a step, labels, or tokens. */
public final class StepValues {

  private StepValues() {}

  /** Returns whether a delimiter, which is blank, means any white space. */
  static boolean isAnyWhiteSpace(String delimiter) {
    return delimiter.isBlank() && !delimiter.equals("\t");
  }

  private static Pattern cut(String delimiter) {
    return Pattern.compile(isAnyWhiteSpace(delimiter) ? "\\s+" : Pattern.quote(delimiter));
  }

  /**
   * Returns the values of a row, null for those that are missing.
   *
   * @param column the column
   * @param row the row
   * @param delimiter what stands between values, where the text is no JSON array
   * @throws IllegalArgumentException if the text has a {@link #fault}
   */
  public static List<@Nullable String> of(Column column, int row, String delimiter) {
    String text = column.textOf(row).strip();
    if (text.isEmpty()) {
      return List.of();
    }
    if (WholeJson.beginsAsArray(text)) {
      return array(text);
    }
    List<@Nullable String> values = new ArrayList<>();
    for (String value : cut(delimiter).split(text, -1)) {
      values.add(value.isBlank() ? null : value.strip());
    }
    return values;
  }

  private static List<@Nullable String> array(String text) {
    try {
      List<@Nullable String> values = new ArrayList<>();
      for (JsonNode value : WholeJson.read(text)) {
        if (value.isContainerNode()) {
          String shown = NumberColumn.shortened(value.toString());
          throw new IllegalArgumentException("where " + shown + " is no single value");
        }
        values.add(value.isNull() ? null : value.asText());
      }
      return values;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("which begins as a JSON array and is not one", e);
    }
  }

  /**
   * Returns what is wrong with a text that begins as a JSON array: it is cut or goes on behind the
   * array, or a value is an array or object itself. An empty text if nothing is.
   */
  public static String fault(String text) {
    String stripped = text.strip();
    try {
      if (WholeJson.beginsAsArray(stripped)) {
        array(stripped);
      }
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * Returns the values of a JSON array, an empty text for each null; none if the text is blank or
   * has a {@link #faultOfList}.
   */
  public static List<String> list(String text) {
    String stripped = text.strip();
    try {
      return WholeJson.beginsAsArray(stripped)
          ? array(stripped).stream().map(value -> value == null ? "" : value).toList()
          : List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Returns what is wrong with a text that is to be a JSON array or blank, or an empty text. */
  public static String faultOfList(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || WholeJson.beginsAsArray(stripped)
        ? fault(stripped)
        : "which is no JSON array";
  }
}
