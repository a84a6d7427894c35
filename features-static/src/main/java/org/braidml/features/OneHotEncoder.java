package org.braidml.features;

import org.braidml.api.BuildContext;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;

/**
 * A channel for each value of each category, 1 where the example has the value and 0 elsewhere,
 * beside the numbers: {@code (B, S)} and {@code (B, K) -> (B, E)}, E being S plus the numbers of
 * values. A value that the training rows lack is all zeros. There is nothing to learn.
 *
 * <pre>{@code
 * encoders.customer { type = one-hot }
 * }</pre>
 */
public final class OneHotEncoder implements StaticFeatureEncoder<OneHotEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public OneHotEncoder() {}

  @Override
  public String id() {
    return "one-hot";
  }

  @Override
  public Class<OneHotEncoderConfig> configType() {
    return OneHotEncoderConfig.class;
  }

  @Override
  public StaticFeatureEncoderBlock build(
      OneHotEncoderConfig config, StaticSpec input, BuildContext context) {
    return new InputsEncoderBlock(CategoryBlock.oneHot(input, context));
  }
}
