package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;

/**
 * The mean of the input over its real steps: {@code (B, T, F) -> encoding (B, F)}, zero for an
 * empty row; the states {@code (B, T, F)} are the input. Mask: 1 = real step, 0 = padding.
 *
 * <p>The baseline that a recurrence has to beat: over learned embeddings of words it is a
 * continuous bag of words (A. Joulin et al., "Bag of Tricks for Efficient Text Classification",
 * 2016). It has no parameters, no final state and no order. In training mode dropout acts on the
 * encoding.
 *
 * <pre>{@code
 * encoders.review { type = mean-embedding }
 * }</pre>
 */
public final class MeanEmbeddingEncoder implements SequenceEncoder<MeanEmbeddingEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MeanEmbeddingEncoder() {}

  @Override
  public String id() {
    return "mean-embedding";
  }

  @Override
  public Class<MeanEmbeddingEncoderConfig> configType() {
    return MeanEmbeddingEncoderConfig.class;
  }

  @Override
  public SequenceEncoderBlock build(
      MeanEmbeddingEncoderConfig config, SequenceSpec input, BuildContext context) {
    return new MeanEmbeddingBlock(StatesSpec.of(input, input.width()), config.dropout());
  }
}
