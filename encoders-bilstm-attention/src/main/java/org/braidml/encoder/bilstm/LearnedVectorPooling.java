package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;

/**
 * Attention by one learned vector, {@code softmax(w . h_t)}: states {@code (B, T, H) -> (B, H)},
 * weights {@code (B, T)}. Mask: 1 = real step, 0 = padding, which gets weight 0; an empty row gets
 * zeros.
 *
 * <p>P. Zhou et al., "Attention-Based Bidirectional Long Short-Term Memory Networks for Relation
 * Classification", 2016, equations 9 to 11, without the tanh. Parameter: {@code score.weight (1,
 * H)}. Training mode changes nothing.
 *
 * <pre>{@code
 * pooling { type = learned-vector }
 * }</pre>
 */
public final class LearnedVectorPooling implements Pooling<LearnedVectorPooling.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LearnedVectorPooling() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "learned-vector";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public PoolingBlock build(Config config, StatesSpec input, BuildContext context) {
    return new LearnedVectorBlock(input.width());
  }
}
