package org.braidml.merge;

import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;

/**
 * An affine map and an activation, {@code y = f(W x + b)}: {@code (B, M) -> (B, size)}.
 *
 * <pre>{@code
 * projections = [{ type = linear, size = 64, activation = tanh }]
 * }</pre>
 */
public final class LinearProjection implements Projection<LinearProjectionConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LinearProjection() {}

  @Override
  public String id() {
    return "linear";
  }

  @Override
  public Class<LinearProjectionConfig> configType() {
    return LinearProjectionConfig.class;
  }

  @Override
  public ProjectionBlock build(
      LinearProjectionConfig config, EncodingSpec input, BuildContext context) {
    return new LinearProjectionBlock(config, input.width());
  }
}
