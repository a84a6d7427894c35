package org.braidml.encoder.bilstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Masked;
import org.jspecify.annotations.Nullable;

/** From scores to an encoding, the same in every attention. */
final class Attention {

  private Attention() {}

  /**
   * Adds up the states by the softmax of their scores over the real steps; shows the weights.
   *
   * @param pass where the weights are tapped
   * @param states {@code (B, T, H)}
   * @param scores {@code (B, T, 1)}
   */
  static Pooled pool(Pass pass, Sequence states, NDArray scores) {
    NDArray flat = scores.reshape(states.lengths().batch(), states.lengths().time());
    NDArray weights = Masked.softmax(flat, states);
    pass.tap("weights", weights);
    return new Pooled(Masked.weightedSum(states, weights), weights);
  }

  /** Refuses at run time what the specification rules out. */
  static NDArray required(@Nullable NDArray query) {
    if (query == null) {
      throw new IllegalArgumentException("this attention was built for states with a final output");
    }
    return query;
  }
}
