package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Map;
import java.util.function.Supplier;

/** The part of a training loop that computes gradients, as {@link GradientStepContract} sees it. */
@FunctionalInterface
public interface GradientStep {

  /**
   * Propagates a loss back.
   *
   * @param root whose parameters get gradients
   * @param loss computes the loss in training mode
   * @return the gradients by path, on the host
   */
  Map<String, double[]> gradients(Block root, Supplier<NDArray> loss);
}
