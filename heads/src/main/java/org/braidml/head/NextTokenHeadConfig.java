package org.braidml.head;

import java.util.List;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link NextTokenHead}.
 *
 * @param units widths of hidden layers before the logits; may be empty
 * @param activation after each hidden layer
 * @param dropout chance that a number after a hidden layer, or of the state if there is none, is
 *     dropped in training
 * @param labelSmoothing share of each target that is spread evenly over all tokens
 */
public record NextTokenHeadConfig(
    @Range(min = 1, max = 65536) List<Integer> units,
    Activation activation,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    @Range(min = 0, max = 1, belowMax = true) double labelSmoothing) {

  /** Keeps the widths as they are now. */
  public NextTokenHeadConfig {
    units = List.copyOf(units);
  }
}
