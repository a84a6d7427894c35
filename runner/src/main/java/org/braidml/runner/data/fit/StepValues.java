package org.braidml.runner.data.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.braidml.runner.data.table.Column;
import org.jspecify.annotations.Nullable;

/** A column that holds several values in each row, one a step. */
public final class StepValues {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private StepValues() {}

  /** Returns whether a delimiter, which is blank, means any white space. */
  static boolean isAnyWhiteSpace(String delimiter) {
    return delimiter.isBlank() && !delimiter.equals("\t");
  }

  private static Pattern cut(String delimiter) {
    return Pattern.compile(isAnyWhiteSpace(delimiter) ? "\\s+" : Pattern.quote(delimiter));
  }

  /**
   * Returns the values of a row, null for a step that has none.
   *
   * @param column the column
   * @param row the row
   * @param delimiter what stands between values, where the text is no JSON array
   */
  public static List<@Nullable String> of(Column column, int row, String delimiter) {
    String text = column.textOf(row).strip();
    if (text.isEmpty()) {
      return List.of();
    }
    List<@Nullable String> values = text.startsWith("[") ? json(text) : null;
    if (values != null) {
      return values;
    }
    values = new ArrayList<>();
    for (String value : cut(delimiter).split(text, -1)) {
      values.add(value.isBlank() ? null : value.strip());
    }
    return values;
  }

  /** Returns the values of a JSON array, or null if the text is none. */
  private static @Nullable List<@Nullable String> json(String text) {
    try {
      JsonNode array = JSON.readTree(text);
      List<@Nullable String> values = new ArrayList<>();
      array.forEach(value -> values.add(value.isNull() ? null : value.asText()));
      return values;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
