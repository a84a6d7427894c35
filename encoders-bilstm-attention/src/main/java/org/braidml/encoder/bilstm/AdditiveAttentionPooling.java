package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;

/**
 * Additive attention, {@code softmax(v . tanh(W h_t + U q + b))}: states {@code (B, T, H)} and,
 * where asked for, the encoder's final output as the query q {@code -> (B, H)}, weights {@code (B,
 * T)}. Mask: 1 = real step, 0 = padding, which gets weight 0; an empty row gets zeros.
 *
 * <p>D. Bahdanau, K. Cho, Y. Bengio, "Neural Machine Translation by Jointly Learning to Align and
 * Translate", 2015, appendix A.1.2; without a query it is the word attention of Z. Yang et al.,
 * "Hierarchical Attention Networks for Document Classification", 2016, equations 5 to 7.
 * Parameters: {@code state.weight (A, H)}, {@code state.bias (A)}, {@code query.weight (A, Q)},
 * {@code score.weight (1, A)}. Training mode changes nothing.
 *
 * <pre>{@code
 * pooling { type = additive-attention, size = 64, query = true }
 * }</pre>
 */
public final class AdditiveAttentionPooling implements Pooling<AdditiveAttentionPoolingConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public AdditiveAttentionPooling() {}

  @Override
  public String id() {
    return "additive-attention";
  }

  @Override
  public Class<AdditiveAttentionPoolingConfig> configType() {
    return AdditiveAttentionPoolingConfig.class;
  }

  @Override
  public PoolingBlock build(
      AdditiveAttentionPoolingConfig config, StatesSpec input, BuildContext context) {
    if (config.query() && input.queryWidth().isEmpty()) {
      throw context.refuse(
          "query = true, but " + input.name() + " has no final output to ask with",
          "use query = false, or an encoder with a final state");
    }
    int queryWidth = config.query() ? input.queryWidth().getAsInt() : 0;
    return new AdditiveAttentionBlock(input.width(), queryWidth, config.size());
  }
}
