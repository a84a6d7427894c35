package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;

/**
 * Inverted dropout: in a training pass each element is kept with probability {@code 1 - rate} and
 * divided by it, from the engine's random stream, or, beside other shards, the host's; in
 * evaluation nothing happens. N. Srivastava et al., Dropout: a simple way to prevent neural
 * networks from overfitting, 2014.
 */
public final class Dropout {

  private Dropout() {}

  /**
   * Drops elements.
   *
   * @param pass tells whether it trains; a training pass is one inside {@link Gradients#backward}
   * @param x of any shape
   * @param rate in [0, 1)
   * @return {@code x} itself at rate 0 or in evaluation
   */
  public static NDArray apply(Pass pass, NDArray x, double rate) {
    requireRate(rate);
    if (rate == 0 || !pass.training()) {
      return x;
    }
    if (pass.drawsOnHost()) {
      return x.mul(HostMask.of(pass.random(), x, rate));
    }
    pass.drawFromEngine();
    return x.getNDArrayInternal().dropout(x, (float) rate, true).singletonOrThrow();
  }

  static void requireRate(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("a dropout rate is in [0, 1), given " + rate);
    }
  }
}
