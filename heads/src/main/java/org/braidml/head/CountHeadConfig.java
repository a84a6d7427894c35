package org.braidml.head;

import java.util.List;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link CountHead}.
 *
 * @param units widths of hidden layers before the score; may be empty
 * @param activation after each hidden layer
 * @param dropout chance that a number after a hidden layer, or of the encoding if there is none, is
 *     dropped in training
 */
public record CountHeadConfig(
    @Range(min = 1, max = 65536) List<Integer> units,
    Activation activation,
    @Range(min = 0, max = 1, belowMax = true) double dropout) {

  /** Keeps the widths as they are now. */
  public CountHeadConfig {
    units = List.copyOf(units);
  }
}
