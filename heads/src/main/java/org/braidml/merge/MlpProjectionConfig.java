package org.braidml.merge;

import java.util.List;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link MlpProjection}.
 *
 * @param units widths of the layers, at least one
 * @param activation after each layer
 * @param dropout chance that a number after a layer is dropped in training
 */
public record MlpProjectionConfig(
    @Range(min = 1, max = 65536) List<Integer> units,
    Activation activation,
    @Range(min = 0, max = 1, belowMax = true) double dropout) {

  /** Refuses a network without layers. */
  public MlpProjectionConfig {
    units = List.copyOf(units);
    if (units.isEmpty()) {
      throw new IllegalArgumentException(
          "units is empty: it needs the width of at least one layer");
    }
  }
}
