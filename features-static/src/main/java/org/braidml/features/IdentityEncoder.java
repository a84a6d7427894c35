package org.braidml.features;

import org.braidml.api.BuildContext;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;

/**
 * Static features as they are: {@code (B, S)} numbers and {@code (B, K)} category ids {@code -> (B,
 * E)}, the numbers straight through and the categories as channels or learned vectors beside them.
 *
 * <p>E is S plus, for each category, the number of its values or {@code embedding-size}. A value
 * that the training rows lack is all zeros as channels; its vector starts as zeros.
 *
 * <pre>{@code
 * encoders.weather { type = identity }
 * encoders.customer { type = identity, categories = embedding, embedding-size = 4 }
 * }</pre>
 */
public final class IdentityEncoder implements StaticFeatureEncoder<IdentityEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public IdentityEncoder() {}

  @Override
  public String id() {
    return "identity";
  }

  @Override
  public Class<IdentityEncoderConfig> configType() {
    return IdentityEncoderConfig.class;
  }

  @Override
  public StaticFeatureEncoderBlock build(
      IdentityEncoderConfig config, StaticSpec input, BuildContext context) {
    return new InputsEncoderBlock(
        CategoryBlock.of(input, config.categories(), config.embeddingSize(), context));
  }
}
