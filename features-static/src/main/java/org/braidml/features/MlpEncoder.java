package org.braidml.features;

import org.braidml.api.BuildContext;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;

/**
 * Fully connected layers over static features: {@code (B, S)} numbers and {@code (B, K)} category
 * ids {@code -> (B, E)}, E the last of the units.
 *
 * <p>Categories enter as one-hot channels or as learned vectors beside the numbers; then come
 * affine layers, each followed by the activation and, in training, by dropout. A value that the
 * training rows lack is all zeros as channels; its vector starts as zeros.
 *
 * <pre>{@code
 * encoders.customer { type = mlp, units = [16], activation = relu }
 * }</pre>
 */
public final class MlpEncoder implements StaticFeatureEncoder<MlpEncoderConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MlpEncoder() {}

  @Override
  public String id() {
    return "mlp";
  }

  @Override
  public Class<MlpEncoderConfig> configType() {
    return MlpEncoderConfig.class;
  }

  @Override
  public StaticFeatureEncoderBlock build(
      MlpEncoderConfig config, StaticSpec input, BuildContext context) {
    CategoryBlock inputs =
        CategoryBlock.of(input, config.categories(), config.embeddingSize(), context);
    return new MlpEncoderBlock(config, inputs);
  }
}
