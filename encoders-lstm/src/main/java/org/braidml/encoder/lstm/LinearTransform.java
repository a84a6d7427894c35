package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Linear;

/**
 * An affine map of each step and an activation: {@code (B, T, F) -> (B, T, size)}, {@code y = f(W x
 * + b)}. Lengths and mask stay; what it makes of padding means nothing. Training mode changes
 * nothing.
 *
 * <pre>{@code
 * transforms = [ { type = linear, size = 32, activation = relu } ]
 * }</pre>
 */
public final class LinearTransform implements SequenceTransform<LinearTransformConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LinearTransform() {}

  @Override
  public String id() {
    return "linear";
  }

  @Override
  public Class<LinearTransformConfig> configType() {
    return LinearTransformConfig.class;
  }

  @Override
  public SequenceTransformBlock build(
      LinearTransformConfig config, SequenceSpec input, BuildContext context) {
    Linear linear = new Linear(input.width(), config.size());
    Activation activation = config.activation();
    return new StepwiseBlock(
        input.withWidth(config.size()),
        "linear",
        linear,
        (pass, x) -> activation.apply(linear.forward(pass, x)));
  }
}
