package org.braidml.features;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticFeatures;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Linear;

/** Numbers and categories, then affine layers, each with activation and dropout. */
final class MlpEncoderBlock extends StaticFeatureEncoderBlock {

  private final MlpEncoderConfig config;
  private final CategoryBlock inputs;
  private final List<Linear> layers = new ArrayList<>();

  MlpEncoderBlock(MlpEncoderConfig config, CategoryBlock inputs) {
    this.config = config;
    this.inputs = child("inputs", inputs);
    int width = inputs.width();
    for (int units : config.units()) {
      layers.add(child("layer-" + layers.size(), new Linear(width, units)));
      width = units;
    }
  }

  @Override
  public int encodingWidth() {
    return layers.get(layers.size() - 1).outputWidth();
  }

  @Override
  public NDArray forward(Pass pass, StaticFeatures input) {
    NDArray x = inputs.forward(pass, input);
    for (Linear layer : layers) {
      x = Dropout.apply(pass, config.activation().apply(layer.forward(pass, x)), config.dropout());
    }
    return x;
  }
}
