package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.LayerNorm;

/**
 * Layer normalisation of each step: {@code (B, T, F) -> (B, T, F)}, {@code y = (x - mean) /
 * sqrt(variance + epsilon) * weight + bias} over the F numbers of the step. J. Ba, J. Kiros, G.
 * Hinton, "Layer Normalization", 2016, equations 3 and 4. Steps and rows never mix, and training
 * mode changes nothing. A step of one number is refused: it would always become the bias.
 *
 * <pre>{@code
 * transforms = [ { type = layer-norm } ]
 * }</pre>
 */
public final class LayerNormTransform implements SequenceTransform<LayerNormTransformConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LayerNormTransform() {}

  @Override
  public String id() {
    return "layer-norm";
  }

  @Override
  public Class<LayerNormTransformConfig> configType() {
    return LayerNormTransformConfig.class;
  }

  @Override
  public SequenceTransformBlock build(
      LayerNormTransformConfig config, SequenceSpec input, BuildContext context) {
    if (input.width() == 1) {
      throw context.refuse(
          "a step of " + input.name() + " is one number, which a layer norm would make constant",
          "leave layer-norm out, or put { type = linear, size = ... } before it");
    }
    LayerNorm norm = new LayerNorm(input.width(), config.epsilon());
    return new StepwiseBlock(input, "norm", norm, norm::forward);
  }
}
