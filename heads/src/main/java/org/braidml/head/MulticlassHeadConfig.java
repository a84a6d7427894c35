package org.braidml.head;

import java.util.List;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link MulticlassHead}.
 *
 * @param units widths of hidden layers before the logits; may be empty
 * @param activation after each hidden layer
 * @param dropout chance that a number after a hidden layer, or of the encoding if there is none, is
 *     dropped in training
 * @param classWeights what the loss of the examples of each class is multiplied by, in the order of
 *     the classes; empty for 1 each
 * @param labelSmoothing share of each target that is spread evenly over all classes
 */
public record MulticlassHeadConfig(
    @Range(min = 1, max = 65536) List<Integer> units,
    Activation activation,
    @Range(min = 0, max = 1, belowMax = true) double dropout,
    @Range(min = 0) List<Double> classWeights,
    @Range(min = 0, max = 1, belowMax = true) double labelSmoothing) {

  /** Refuses weights under which no example counts. */
  public MulticlassHeadConfig {
    units = List.copyOf(units);
    classWeights = List.copyOf(classWeights);
    if (!classWeights.isEmpty() && classWeights.stream().allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException(
          "class-weights are all 0: at least one class must count; leave them out for equal weights");
    }
  }
}
