package org.braidml.runner.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.braidml.runner.run.FiniteNumbers;

/** JSON of reports. JSON has no NaN and no infinity: they are written as null. */
final class ReportJson {

  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new FiniteNumbers());

  private ReportJson() {}

  /** Returns several lines. */
  static String pretty(Object value) {
    return text(MAPPER.copy().enable(SerializationFeature.INDENT_OUTPUT), value) + "\n";
  }

  /** Returns JSON that can stand in a script element: nothing in it ends the element. */
  static String embedded(Object value) {
    return text(MAPPER, value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String text(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + value, e);
    }
  }
}
