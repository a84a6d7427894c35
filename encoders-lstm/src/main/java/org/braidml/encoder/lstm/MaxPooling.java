package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Masked;

/**
 * The greatest value of each state over the real steps: {@code (B, T, H) -> (B, H)}, zero for an
 * empty row. Mask: 1 = real step, 0 = padding; padding is never the greatest. R. Collobert et al.,
 * "Natural Language Processing (Almost) from Scratch", 2011, equation 9. It has no parameters, and
 * training mode changes nothing.
 *
 * <pre>{@code
 * pooling { type = max }
 * }</pre>
 */
public final class MaxPooling implements Pooling<MaxPooling.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MaxPooling() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "max";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public PoolingBlock build(Config config, StatesSpec input, BuildContext context) {
    return new ReductionBlock(input.width(), Masked::max);
  }
}
