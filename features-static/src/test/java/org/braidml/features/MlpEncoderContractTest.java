package org.braidml.features;

import java.util.Optional;
import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.StaticFeatureEncoderContract;
import org.junit.jupiter.api.Nested;

final class MlpEncoderContractTest {

  @Nested
  final class OneHot extends StaticFeatureEncoderContract {
    @Override
    protected StaticFeatureEncoderBlock create(StaticSpec input) {
      return Configured.encoder("type = mlp, units = [6, 4], activation = tanh", input);
    }

    @Override
    protected Optional<StaticFeatureEncoderBlock> createWithDropout(StaticSpec input) {
      return Optional.of(Configured.encoder("type = mlp, units = [6, 4], dropout = 0.4", input));
    }
  }

  @Nested
  final class Embedding extends StaticFeatureEncoderContract {
    @Override
    protected StaticFeatureEncoderBlock create(StaticSpec input) {
      String categories = "categories = embedding, embedding-size = 2";
      return Configured.encoder("type = mlp, units = [8], " + categories, input);
    }
  }
}
