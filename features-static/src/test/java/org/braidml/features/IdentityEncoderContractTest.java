package org.braidml.features;

import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.StaticFeatureEncoderContract;
import org.junit.jupiter.api.Nested;

final class IdentityEncoderContractTest {

  @Nested
  final class OneHot extends StaticFeatureEncoderContract {
    @Override
    protected StaticFeatureEncoderBlock create(StaticSpec input) {
      return Configured.encoder("type = identity", input);
    }
  }

  @Nested
  final class Embedding extends StaticFeatureEncoderContract {
    @Override
    protected StaticFeatureEncoderBlock create(StaticSpec input) {
      return Configured.encoder("type = identity, categories = embedding", input);
    }
  }
}
