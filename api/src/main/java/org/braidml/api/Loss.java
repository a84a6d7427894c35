package org.braidml.api;

import ai.djl.ndarray.NDArray;

/**
 * A loss as a sum and its divisor, so that parts of a batch add up exactly.
 *
 * @param total scalar: the weighted sum of the losses of the examples or steps
 * @param weight the sum of their weights, known on the host; 0 only for a batch without any target
 */
public record Loss(NDArray total, double weight) {

  /**
   * Returns the weighted mean, a scalar array of the total's data type. It is divided as an array
   * of one axis: PyTorch makes FLOAT64 of a scalar array divided by a number, and a change of type
   * back would cut the gradient off.
   */
  public NDArray mean() {
    return total.reshape(1).div(weight == 0 ? 1 : weight).sum();
  }
}
