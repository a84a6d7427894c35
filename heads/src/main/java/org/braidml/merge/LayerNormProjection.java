package org.braidml.merge;

import org.braidml.api.BuildContext;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Projection;
import org.braidml.api.ProjectionBlock;

/**
 * Layer normalisation: each encoding gets mean 0 and variance 1 over its numbers, then a learned
 * gain and shift a number: {@code (B, M) -> (B, M)}. J. L. Ba, J. R. Kiros, G. E. Hinton, Layer
 * normalization, 2016, equation 4. An encoding of one number is refused: it would always become the
 * shift.
 *
 * <pre>{@code
 * projections = [{ type = layer-norm }]
 * }</pre>
 */
public final class LayerNormProjection implements Projection<LayerNormProjectionConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public LayerNormProjection() {}

  @Override
  public String id() {
    return "layer-norm";
  }

  @Override
  public Class<LayerNormProjectionConfig> configType() {
    return LayerNormProjectionConfig.class;
  }

  @Override
  public ProjectionBlock build(
      LayerNormProjectionConfig config, EncodingSpec input, BuildContext context) {
    if (input.width() == 1) {
      throw context.refuse(
          "the encoding \""
              + input.name()
              + "\" is one number, which a layer norm would make constant",
          "leave layer-norm out, or put { type = linear, size = ... } before it");
    }
    return new LayerNormProjectionBlock(config, input.width());
  }
}
