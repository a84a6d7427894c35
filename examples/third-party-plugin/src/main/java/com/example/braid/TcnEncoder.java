package com.example.braid;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

/**
 * A temporal convolutional network: {@code (B, T, F) -> states (B, T, C)}, pooled to an encoding
 * {@code (B, E)}. Mask: 1 = real step, 0 = padding.
 *
 * <p>S. Bai, J. Kolter, V. Koltun, "An Empirical Evaluation of Generic Convolutional and Recurrent
 * Networks for Sequence Modeling", 2018, section 3. Residual blocks of two causal convolutions are
 * stacked; the dilation of block i, from 0 on, is {@code 2^i}. A state reads its own step and the
 * {@code 2 (kernel - 1) (2^levels - 1)} before it, and none after it. Unlike in the paper weights
 * are not normalised, and they start as those of {@link org.braidml.api.nn.Conv1d} do. The final
 * state is the last real one; it cannot be continued by a later chunk. In training, dropout takes
 * whole channels of a row.
 *
 * <pre>{@code
 * encoders.vitals { type = tcn, channels = 32, levels = 5, kernel = 3, dropout = 0.1 }
 * }</pre>
 */
public final class TcnEncoder implements SequenceEncoder<TcnEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public TcnEncoder() {}

  @Override
  public String id() {
    return "tcn";
  }

  @Override
  public Class<TcnEncoderConfig> configType() {
    return TcnEncoderConfig.class;
  }

  @Override
  public SequenceEncoderBlock build(
      TcnEncoderConfig config, SequenceSpec input, BuildContext context) {
    return new TcnEncoderBlock(config, input, context);
  }
}
