package org.braidml.features;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Pass;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticFeatures;

/** Numbers and categories beside each other, and nothing after them. */
final class InputsEncoderBlock extends StaticFeatureEncoderBlock {

  private final CategoryBlock inputs;

  InputsEncoderBlock(CategoryBlock inputs) {
    this.inputs = child("inputs", inputs);
  }

  @Override
  public int encodingWidth() {
    return inputs.width();
  }

  @Override
  public NDArray forward(Pass pass, StaticFeatures input) {
    return inputs.forward(pass, input);
  }
}
