package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.LayerNorm;

/** {@code (B, M) -> (B, M)}, normalised. */
final class LayerNormProjectionBlock extends ProjectionBlock {

  private final LayerNorm norm;

  LayerNormProjectionBlock(LayerNormProjectionConfig config, int inputWidth) {
    this.norm = child("norm", new LayerNorm(inputWidth, config.epsilon()));
  }

  @Override
  public int width() {
    return norm.width();
  }

  @Override
  public NDArray forward(Pass pass, NDArray encoding) {
    return norm.forward(pass, encoding);
  }
}
