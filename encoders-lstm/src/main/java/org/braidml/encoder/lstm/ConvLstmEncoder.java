package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

/**
 * A convolution over time, an optional max pooling over time, and an LSTM, pooled to one encoding:
 * {@code (B, T, F) -> (B, T, C) -> (B, T', C) -> states (B, T', H)}, encoding {@code (B, E)}. Mask:
 * 1 = real step, 0 = padding.
 *
 * <p>C. Zhou, C. Sun, Z. Liu, F. Lau, "A C-LSTM Neural Network for Text Classification", 2015
 * (without pooling); J. Wang, L. Yu, K. Lai, X. Zhang, "Dimensional Sentiment Analysis Using a
 * Regional CNN-LSTM Model", 2016 (with). Lengths are exact: the filters see zeros beyond the end of
 * each row, the pooling nothing. With {@code padding = valid} a row of n steps leaves {@code n -
 * kernel + 1}, and none if it is shorter than the kernel: its encoding is then zero. Pooling over p
 * steps leaves {@code ceil(n / p)} of n. In training, dropout acts on what each recurrent layer
 * reads. It cannot continue an earlier chunk.
 *
 * <pre>{@code
 * encoders.vitals { type = conv-lstm, filters = 32, kernel = 5, max-pool = 2, hidden-size = 64 }
 * }</pre>
 */
public final class ConvLstmEncoder implements SequenceEncoder<ConvLstmEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public ConvLstmEncoder() {}

  @Override
  public String id() {
    return "conv-lstm";
  }

  @Override
  public Class<ConvLstmEncoderConfig> configType() {
    return ConvLstmEncoderConfig.class;
  }

  @Override
  public SequenceEncoderBlock build(
      ConvLstmEncoderConfig config, SequenceSpec input, BuildContext context) {
    return new ConvLstmEncoderBlock(config, input, context);
  }
}
