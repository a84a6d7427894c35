package org.braidml.features;

import java.util.Map;
import org.braidml.api.config.Range;

/**
 * Settings of {@link EmbeddingEncoder}.
 *
 * @param size width of a category's vector
 * @param sizes widths for single categories, by column
 */
public record EmbeddingEncoderConfig(
    @Range(min = 1, max = 4096) int size, @Range(min = 1, max = 4096) Map<String, Integer> sizes) {

  /** Keeps the widths as they are now. */
  public EmbeddingEncoderConfig {
    sizes = Map.copyOf(sizes);
  }
}
