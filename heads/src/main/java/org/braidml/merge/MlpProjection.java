package org.braidml.merge;

import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;

/**
 * Fully connected layers, each followed by the activation and, in training, by dropout: {@code (B,
 * M) -> (B, M')}, M' the last of the units.
 *
 * <pre>{@code
 * projections = [{ type = mlp, units = [128, 64], activation = relu, dropout = 0.2 }]
 * }</pre>
 */
public final class MlpProjection implements Projection<MlpProjectionConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MlpProjection() {}

  @Override
  public String id() {
    return "mlp";
  }

  @Override
  public Class<MlpProjectionConfig> configType() {
    return MlpProjectionConfig.class;
  }

  @Override
  public ProjectionBlock build(
      MlpProjectionConfig config, EncodingSpec input, BuildContext context) {
    return new MlpProjectionBlock(config, input.width());
  }
}
