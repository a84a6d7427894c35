package org.braidml.runner.data.fit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * {@link FittedFeatures} as a readable JSON document. Equal features give equal documents, byte for
 * byte; the document names no class.
 */
public final class FeaturesJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private FeaturesJson() {}

  /** Returns the document. */
  public static String write(FittedFeatures features) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(printer).writeValueAsString(features) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("fitted features cannot be written", e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if it is not such a document, or of another format
   */
  public static FittedFeatures read(String json) {
    try {
      FittedFeatures features = MAPPER.readValue(json, FittedFeatures.class);
      if (features.format() != FittedFeatures.FORMAT) {
        throw new IllegalArgumentException(
            "fitted features of format " + features.format() + ", not " + FittedFeatures.FORMAT);
      }
      return features;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not a document of fitted features: " + e.getOriginalMessage(), e);
    }
  }
}
