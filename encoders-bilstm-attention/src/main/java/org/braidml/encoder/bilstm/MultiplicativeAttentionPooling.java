package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;

/**
 * Multiplicative attention in its general form, {@code softmax(h_t . W q)}, where the query q is
 * the encoder's final output: states {@code (B, T, H)}, query {@code (B, Q) -> (B, H)}, weights
 * {@code (B, T)}. Mask: 1 = real step, 0 = padding, which gets weight 0; an empty row gets zeros.
 *
 * <p>M. Luong, H. Pham, C. Manning, "Effective Approaches to Attention-based Neural Machine
 * Translation", 2015, equation 8, "general"; scaled, as in A. Vaswani et al., "Attention Is All You
 * Need", 2017, equation 1. Parameter: {@code query.weight (H, Q)}. Training mode changes nothing.
 * States without a final output are refused.
 *
 * <pre>{@code
 * pooling { type = multiplicative-attention, scaled = true }
 * }</pre>
 */
public final class MultiplicativeAttentionPooling
    implements Pooling<MultiplicativeAttentionPoolingConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MultiplicativeAttentionPooling() {}

  @Override
  public String id() {
    return "multiplicative-attention";
  }

  @Override
  public Class<MultiplicativeAttentionPoolingConfig> configType() {
    return MultiplicativeAttentionPoolingConfig.class;
  }

  @Override
  public PoolingBlock build(
      MultiplicativeAttentionPoolingConfig config, StatesSpec input, BuildContext context) {
    if (input.queryWidth().isEmpty()) {
      throw context.refuse(
          "multiplicative attention asks with the final output, and " + input.name() + " has none",
          "use learned-vector or additive-attention, or an encoder with a final state");
    }
    int queryWidth = input.queryWidth().getAsInt();
    return new MultiplicativeAttentionBlock(input.width(), queryWidth, config.scaled());
  }
}
