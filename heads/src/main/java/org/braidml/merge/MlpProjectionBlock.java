package org.braidml.merge;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Linear;

/** Affine layers, each with activation and dropout, {@code (B, M) -> (B, M')}. */
final class MlpProjectionBlock extends ProjectionBlock {

  private final MlpProjectionConfig config;
  private final List<Linear> layers = new ArrayList<>();

  MlpProjectionBlock(MlpProjectionConfig config, int inputWidth) {
    this.config = config;
    int width = inputWidth;
    for (int units : config.units()) {
      layers.add(child("layer-" + layers.size(), new Linear(width, units)));
      width = units;
    }
  }

  @Override
  public int width() {
    return layers.get(layers.size() - 1).outputWidth();
  }

  @Override
  public NDArray forward(Pass pass, NDArray encoding) {
    NDArray x = encoding;
    for (Linear layer : layers) {
      x = Dropout.apply(pass, config.activation().apply(layer.forward(pass, x)), config.dropout());
    }
    return x;
  }
}
