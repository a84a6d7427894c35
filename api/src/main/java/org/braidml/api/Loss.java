package org.braidml.api;

import ai.djl.ndarray.NDArray;
import org.braidml.api.nn.Scalars;

/**
 * A loss as a sum and its divisor, so that parts of a batch add up exactly.
 *
 * @param total scalar: the weighted sum of the losses of the examples or steps
 * @param weight the sum of their weights, known on the host; 0 only for a batch without any target
 */
public record Loss(NDArray total, double weight) {

  /** Returns the weighted mean, a scalar array of the total's data type. */
  public NDArray mean() {
    return Scalars.div(total.reshape(1), weight == 0 ? 1 : weight).sum();
  }
}
