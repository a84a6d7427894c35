package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

/**
 * A convolution over time, a max pooling over windows of time, and a pooling to one encoding:
 * {@code (B, T, F) -> (B, T, C) -> states (B, T', C)}, encoding {@code (B, E)}. Mask: 1 = real
 * step, 0 = padding.
 *
 * <p>Y. Kim, "Convolutional Neural Networks for Sentence Classification", 2014, equations 2 and 3,
 * with {@code pooling { type = max }}; with {@code flatten}, for series of one length, the
 * positions of what the filters found are kept: Z. Wang, W. Yan, T. Oates, "Time Series
 * Classification from Scratch with Deep Neural Networks", 2017, compare the like. Lengths are
 * exact: the filters see zeros beyond the end of each row, the poolings nothing. With {@code
 * padding = valid} a row of n steps leaves {@code n - kernel + 1}, and none if it is shorter than
 * the kernel: its encoding is then zero. Pooling over p steps leaves {@code ceil(n / p)} of n. In
 * training, dropout acts on the encoding. There is no final state, so that a pooling that needs a
 * query is refused.
 *
 * <pre>{@code
 * encoders.shape { input = series, type = conv-pool, filters = 32, kernel = 5, max-pool = 4,
 *                  pooling { type = flatten } }
 * }</pre>
 */
public final class ConvPoolEncoder implements SequenceEncoder<ConvPoolEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public ConvPoolEncoder() {}

  @Override
  public String id() {
    return "conv-pool";
  }

  @Override
  public Class<ConvPoolEncoderConfig> configType() {
    return ConvPoolEncoderConfig.class;
  }

  @Override
  public SequenceEncoderBlock build(
      ConvPoolEncoderConfig config, SequenceSpec input, BuildContext context) {
    return new ConvPoolEncoderBlock(config, input, context);
  }
}
