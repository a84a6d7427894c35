package org.braidml.merge;

import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;

/**
 * Drops a whole encoding in training, so that a model does not rest on one branch alone: {@code (B,
 * M) -> (B, M)}, where each example's encoding is replaced by a learned vector with chance {@code
 * rate}, anew in each step and apart from other examples. In evaluation nothing is dropped.
 *
 * <p>N. Neverova, C. Wolf, G. Taylor, F. Nebout, "ModDrop: adaptive multi-modal gesture
 * recognition", 2016, section 4.2, with a learned vector in the place of zeros, so that a dropped
 * encoding differs from one that is small. Nothing is scaled, since an encoding that is there is
 * there whole. Parameter: {@code instead (M)}, from zeros; none at a rate of 0.
 *
 * <pre>{@code
 * encoders.review { type = lstm, projections = [{ type = encoding-dropout, rate = 0.2 }] }
 * }</pre>
 */
public final class EncodingDropoutProjection
    implements Projection<EncodingDropoutProjectionConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public EncodingDropoutProjection() {}

  @Override
  public String id() {
    return "encoding-dropout";
  }

  @Override
  public Class<EncodingDropoutProjectionConfig> configType() {
    return EncodingDropoutProjectionConfig.class;
  }

  @Override
  public ProjectionBlock build(
      EncodingDropoutProjectionConfig config, EncodingSpec input, BuildContext context) {
    return new EncodingDropoutProjectionBlock(config.rate(), input.width());
  }
}
