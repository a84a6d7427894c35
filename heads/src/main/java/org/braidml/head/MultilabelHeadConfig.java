package org.braidml.head;

import java.util.List;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link MultilabelHead}.
 *
 * @param units widths of hidden layers before the logits; may be empty
 * @param activation after each hidden layer
 * @param dropout chance that a number after a hidden layer, or of the encoding if there is none, is
 *     dropped in training
 * @param positiveWeights what the loss of each label is multiplied by where it is present, in the
 *     order of the labels; 1 each if empty
 */
public record MultilabelHeadConfig(
    @Range(min = 1, max = 65536) List<Integer> units,
    Activation activation,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    @Range(min = 0) List<Double> positiveWeights) {

  /** Keeps the lists as they are now. */
  public MultilabelHeadConfig {
    units = List.copyOf(units);
    positiveWeights = List.copyOf(positiveWeights);
  }
}
