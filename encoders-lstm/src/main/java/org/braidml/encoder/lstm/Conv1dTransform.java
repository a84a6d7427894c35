package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;

/**
 * A convolution over time and an activation: {@code (B, T, F) -> (B, T', filters)}. Mask: 1 = real
 * step, 0 = padding. Training mode changes nothing.
 *
 * <p>Y. Kim, "Convolutional Neural Networks for Sentence Classification", 2014, equation 2; with
 * {@code padding = causal} and {@code dilation}, A. van den Oord et al., "WaveNet: A Generative
 * Model for Raw Audio", 2016. Each row is read as if it stood alone: zeros before its first and
 * after its last real step, whatever the padding holds. A row of n steps leaves {@code ceil(n /
 * stride)} for {@code same} and {@code causal}; for {@code valid}, with {@code span = dilation
 * (kernel - 1) + 1}, {@code floor((n - span) / stride) + 1}, and none if it is shorter than the
 * span: its encoding is then zero. The time stride is multiplied by {@code stride}.
 *
 * <pre>{@code
 * transforms = [ { type = conv1d, filters = 32, kernel = 3, padding = same, activation = relu } ]
 * }</pre>
 */
public final class Conv1dTransform implements SequenceTransform<Conv1dTransformConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public Conv1dTransform() {}

  @Override
  public String id() {
    return "conv1d";
  }

  @Override
  public Class<Conv1dTransformConfig> configType() {
    return Conv1dTransformConfig.class;
  }

  @Override
  public SequenceTransformBlock build(
      Conv1dTransformConfig config, SequenceSpec input, BuildContext context) {
    return new Conv1dBlock(config, input, context);
  }
}
