package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Dropout;

/**
 * Dropout of single numbers: {@code (B, T, F) -> (B, T, F)}. In training each is dropped with the
 * chance {@code rate}, and the others are divided by {@code 1 - rate}; in evaluation nothing
 * happens. N. Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from
 * Overfitting", 2014. It has no parameters.
 *
 * <pre>{@code
 * transforms = [ { type = dropout, rate = 0.2 } ]
 * }</pre>
 */
public final class DropoutTransform implements SequenceTransform<DropoutTransformConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public DropoutTransform() {}

  @Override
  public String id() {
    return "dropout";
  }

  @Override
  public Class<DropoutTransformConfig> configType() {
    return DropoutTransformConfig.class;
  }

  @Override
  public SequenceTransformBlock build(
      DropoutTransformConfig config, SequenceSpec input, BuildContext context) {
    return new StepwiseBlock(input, (pass, x) -> Dropout.apply(pass, x, config.rate()));
  }
}
