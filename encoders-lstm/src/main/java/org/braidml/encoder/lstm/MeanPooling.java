package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Masked;

/**
 * The mean of the states over the real steps: {@code (B, T, H) -> (B, H)}, zero for an empty row.
 * Mask: 1 = real step, 0 = padding. It has no parameters, and training mode changes nothing.
 *
 * <pre>{@code
 * pooling { type = mean }
 * }</pre>
 */
public final class MeanPooling implements Pooling<MeanPooling.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MeanPooling() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "mean";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public PoolingBlock build(Config config, StatesSpec input, BuildContext context) {
    return new ReductionBlock(input.width(), Masked::mean);
  }
}
