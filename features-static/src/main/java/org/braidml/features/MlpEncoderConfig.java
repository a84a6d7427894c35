package org.braidml.features;

import java.util.List;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link MlpEncoder}.
 *
 * @param units widths of the layers, at least one
 * @param activation after each layer
 * @param dropout chance that a number after a layer is dropped in training
 * @param categories how category ids become numbers
 * @param embeddingSize width of a category's vector where {@code categories = embedding}
 */
public record MlpEncoderConfig(
    @Range(min = 1, max = 65536) List<Integer> units,
    Activation activation,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    CategoryCoding categories,
    @Range(min = 1, max = 4096) int embeddingSize) {

  /** Refuses a network without layers. */
  public MlpEncoderConfig {
    units = List.copyOf(units);
    if (units.isEmpty()) {
      throw new IllegalArgumentException(
          "units is empty: it needs the width of at least one layer");
    }
  }
}
