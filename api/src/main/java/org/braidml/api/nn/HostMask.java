package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.random.RandomGenerator;

/** Masks of dropout, drawn on the host. */
final class HostMask {

  private static final double INTS = 0x1p32;

  private HostMask() {}

  /** Returns 0 with a probability of rate, else 1 / (1 - rate), in the shape of an array. */
  static NDArray of(RandomGenerator random, NDArray like, double rate) {
    long dropped = Math.round(rate * INTS);
    float kept = (float) (1 / (1 - rate));
    float[] mask = new float[Math.toIntExact(like.size())];
    for (int i = 0; i < mask.length; i += 2) {
      long bits = random.nextLong();
      mask[i] = (bits >>> 32) < dropped ? 0 : kept;
      if (i + 1 < mask.length) {
        mask[i + 1] = (bits & 0xFFFFFFFFL) < dropped ? 0 : kept;
      }
    }
    NDArray array = like.getManager().create(mask, like.getShape());
    return like.getDataType() == DataType.FLOAT32 ? array : array.toType(like.getDataType(), true);
  }
}
