package org.braidml.runner.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** JSON as run directories and bundles hold it. */
public final class Json {

  private static final ObjectMapper PRETTY =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private static final ObjectMapper LINE = new ObjectMapper();

  private static final ObjectMapper RECORDS =
      new ObjectMapper()
          .registerModule(new FiniteNumbers())
          .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private Json() {}

  /** Returns a value as JSON of several lines, the keys of maps sorted. */
  public static String pretty(Object value) {
    return text(PRETTY, value) + "\n";
  }

  /** Returns a value as JSON of one line, without a line end. */
  public static String line(Object value) {
    return text(LINE, value);
  }

  /** Returns a record as JSON of several lines, the keys in kebab-case, in the record's order. */
  public static String record(Record value) {
    return text(RECORDS, value) + "\n";
  }

  /**
   * Reads a record that {@link #record} wrote.
   *
   * @throws IOException if the file is not there, or does not hold one
   */
  public static <R extends Record> R read(Path file, Class<R> type) throws IOException {
    return RECORDS.readValue(Files.readString(file, StandardCharsets.UTF_8), type);
  }

  /** Reads a file of JSON. */
  public static JsonNode read(Path file) throws IOException {
    return LINE.readTree(Files.readString(file, StandardCharsets.UTF_8));
  }

  /** Reads a file of what {@link #line} made of a value, numbers that are not finite included. */
  static <T> T value(Path file, Class<T> type) throws IOException {
    return LINE.readValue(Files.readString(file, StandardCharsets.UTF_8), type);
  }

  /** Reads a text of JSON. */
  public static JsonNode parse(String text) throws IOException {
    return LINE.readTree(text);
  }

  /** Reads a text of JSON as nested maps. */
  static Map<String, Object> map(String text) throws IOException {
    return LINE.readValue(text, new TypeReference<Map<String, Object>>() {});
  }

  private static String text(ObjectMapper mapper, Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + value, e);
    }
  }
}
