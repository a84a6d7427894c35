package org.braidml.testkit;

import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

final class FlattenEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new HealthyEncoders.Flatten(input);
  }

  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().fixedLength();
  }
}
