package org.braidml.features;

import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.StaticFeatureEncoderContract;

final class EmbeddingEncoderContractTest extends StaticFeatureEncoderContract {
  @Override
  protected StaticFeatureEncoderBlock create(StaticSpec input) {
    return Configured.encoder("type = embedding, size = 3", input);
  }
}
