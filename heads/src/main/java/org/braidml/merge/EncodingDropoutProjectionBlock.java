package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.random.RandomGenerator;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Init;
import org.jspecify.annotations.Nullable;

/** {@code x_b (M) -> k_b x_b + (1 - k_b) v}, where k_b is 0 with chance {@code rate}, else 1. */
final class EncodingDropoutProjectionBlock extends ProjectionBlock {

  private final double rate;
  private final int width;
  private final @Nullable Parameter instead;

  EncodingDropoutProjectionBlock(double rate, int width) {
    this.rate = rate;
    this.width = width;
    this.instead = rate == 0 ? null : parameter("instead", Init.zeros(), 1, width);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public NDArray forward(Pass pass, NDArray encoding) {
    if (instead == null || !pass.training()) {
      return encoding;
    }
    int batch = Math.toIntExact(encoding.getShape().get(0));
    float[] kept = new float[batch];
    RandomGenerator random = pass.random();
    for (int row = 0; row < batch; row++) {
      kept[row] = random.nextDouble() < rate ? 0 : 1;
    }
    NDArray keep =
        encoding
            .getManager()
            .create(kept, new Shape(batch, 1))
            .toType(encoding.getDataType(), false);
    NDArray dropped = keep.sub(1).neg();
    return encoding.mul(keep).add(dropped.matMul(pass.value(instead)));
  }
}
