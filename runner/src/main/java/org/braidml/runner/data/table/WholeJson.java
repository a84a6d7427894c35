package org.braidml.runner.data.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads texts that hold one JSON value and nothing behind it: what stands there would be lost. */
public final class WholeJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private WholeJson() {}

  /**
   * Reads a text.
   *
   * @param text the text
   * @throws JsonProcessingException if it is no JSON, or more than one value
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  /**
   * Returns whether a text begins as an array does: a bracket, and then a value or the other
   * bracket. A word may begin with a bracket, too, as {@code [CLS]} does.
   *
   * @param text the text
   */
  public static boolean beginsAsArray(String text) {
    if (!text.startsWith("[")) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(text)) {
      return parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() != null;
    } catch (IOException e) {
      return false;
    }
  }
}
