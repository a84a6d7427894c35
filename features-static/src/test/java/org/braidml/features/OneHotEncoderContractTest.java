package org.braidml.features;

import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.StaticFeatureEncoderContract;

final class OneHotEncoderContractTest extends StaticFeatureEncoderContract {
  @Override
  protected StaticFeatureEncoderBlock create(StaticSpec input) {
    return Configured.encoder("type = one-hot", input);
  }
}
