package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

/**
 * Bidirectional LSTM whose states attention weighs and adds up: {@code (B, T, F) -> states (B, T,
 * 2H)}, encoding {@code (B, E)}, E = 2H for every attention pooling. Mask: 1 = real step, 0 =
 * padding.
 *
 * <p>P. Zhou et al., "Attention-Based Bidirectional Long Short-Term Memory Networks for Relation
 * Classification", 2016 (with {@code learned-vector}, but for a tanh); Z. Yang et al.,
 * "Hierarchical Attention Networks for Document Classification", 2016, equations 5 to 7 (with
 * {@code additive-attention}). Lengths are exact: the backward direction starts at each row's last
 * real step, and padding has weight 0. Layers are stacked with dropout between them in training.
 * The weights are tapped as {@code pooling.weights}.
 *
 * <pre>{@code
 * encoders.review { type = bilstm-attention, hidden-size = 64 }
 * encoders.review { type = bilstm-attention, pooling { type = multiplicative-attention } }
 * }</pre>
 */
public final class BilstmAttentionEncoder implements SequenceEncoder<BilstmAttentionEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public BilstmAttentionEncoder() {}

  @Override
  public String id() {
    return "bilstm-attention";
  }

  @Override
  public Class<BilstmAttentionEncoderConfig> configType() {
    return BilstmAttentionEncoderConfig.class;
  }

  @Override
  public SequenceEncoderBlock build(
      BilstmAttentionEncoderConfig config, SequenceSpec input, BuildContext context) {
    return new BilstmAttentionBlock(config, input, context);
  }
}
