package org.braidml.runner.data.fit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON arrays of numbers, null among them, or of such arrays, without a tree. It knows the
 * usual case alone: of anything else it says so, and the tree is to tell what is wrong.
 */
final class JsonNumbers {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonNumbers() {}

  /** Reads a text that begins with a bracket; returns false if it is not as usual. */
  static boolean read(String text, ParsedSeries to) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      return array(parser, to, true) && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads an array behind its bracket. */
  private static boolean array(JsonParser parser, ParsedSeries to, boolean outer)
      throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      boolean usual =
          token == JsonToken.START_ARRAY
              ? outer && array(parser, to, false)
              : number(parser, token, to);
      if (!usual) {
        return false;
      }
      if (outer) {
        to.endStep();
      }
    }
    return true;
  }

  private static boolean number(JsonParser parser, @Nullable JsonToken token, ParsedSeries to)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      to.add(Double.NaN);
      return true;
    }
    if (token == null || !token.isNumeric()) {
      return false;
    }
    double number = parser.getDoubleValue();
    to.add(number);
    return Float.isFinite((float) number);
  }
}
