package org.braidml.testkit;

import org.braidml.api.StaticFeatureEncoderBlock;
import org.braidml.api.StaticSpec;

final class StaticEncoderContractTest extends StaticFeatureEncoderContract {

  @Override
  protected StaticFeatureEncoderBlock create(StaticSpec input) {
    return new HealthyBlocks.NumbersAndVectors(input);
  }
}
