package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Masked;

/**
 * The sum of the states over the real steps: {@code (B, T, H) -> (B, H)}, zero for an empty row.
 * Mask: 1 = real step, 0 = padding. It grows with the length of a row, for targets that do (a
 * count, a total); otherwise prefer {@code mean}. It has no parameters, and training mode changes
 * nothing.
 *
 * <pre>{@code
 * pooling { type = sum }
 * }</pre>
 */
public final class SumPooling implements Pooling<SumPooling.Config> {

  /** Used by {@link java.util.ServiceLoader}. */
  public SumPooling() {}

  /** It has no settings. */
  public record Config() {}

  @Override
  public String id() {
    return "sum";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public PoolingBlock build(Config config, StatesSpec input, BuildContext context) {
    return new ReductionBlock(input.width(), Masked::sum);
  }
}
