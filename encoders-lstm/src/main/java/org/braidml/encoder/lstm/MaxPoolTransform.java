package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransform;
import org.braidml.api.SequenceTransformBlock;

/**
 * The greatest value over windows of time: {@code (B, T, F) -> (B, T', F)}. Mask: 1 = real step, 0
 * = padding.
 *
 * <p>A window reads the real steps in it only. The last one may reach beyond the end of its row, so
 * that every step counts: of n steps, 1 or more, {@code ceil(max(0, n - size) / stride) + 1} are
 * left. The time stride is multiplied by {@code stride}. It has no parameters, and training mode
 * changes nothing.
 *
 * <pre>{@code
 * transforms = [ { type = max-pool, size = 2, stride = 2 } ]
 * }</pre>
 */
public final class MaxPoolTransform implements SequenceTransform<MaxPoolTransformConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MaxPoolTransform() {}

  @Override
  public String id() {
    return "max-pool";
  }

  @Override
  public Class<MaxPoolTransformConfig> configType() {
    return MaxPoolTransformConfig.class;
  }

  @Override
  public SequenceTransformBlock build(
      MaxPoolTransformConfig config, SequenceSpec input, BuildContext context) {
    TimePool pool = new TimePool(TimePool.Kind.MAX, config.size(), config.stride());
    return new TimePoolBlock(input, pool);
  }
}
