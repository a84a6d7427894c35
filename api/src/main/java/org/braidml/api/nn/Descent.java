package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** {@code target -= rate * direction}, in place, outside autograd on every thread. */
final class Descent {

  private Descent() {}

  /**
   * Takes the step by the engine's own update: on PyTorch a plain in-place operation on a parameter
   * throws on every thread but the one that loaded the engine, since grad mode belongs to a thread.
   */
  static void step(NDArray target, NDArray direction, double rate) {
    target
        .getNDArrayInternal()
        .sgdUpdate(
            new NDList(target, direction),
            new NDList(target),
            (float) rate,
            0f,
            1f,
            -1f,
            0f,
            false);
  }
}
