package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;

/** {@code f(W x + b)}, {@code (B, M) -> (B, size)}. */
final class LinearProjectionBlock extends ProjectionBlock {

  private final Linear map;
  private final Activation activation;

  LinearProjectionBlock(LinearProjectionConfig config, int inputWidth) {
    this.map = child("map", new Linear(inputWidth, config.size()));
    this.activation = config.activation();
  }

  @Override
  public int width() {
    return map.outputWidth();
  }

  @Override
  public NDArray forward(Pass pass, NDArray encoding) {
    return activation.apply(map.forward(pass, encoding));
  }
}
