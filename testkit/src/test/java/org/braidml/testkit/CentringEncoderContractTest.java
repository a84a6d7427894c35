package org.braidml.testkit;

import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.faults.Faults;

/** A block that mixes examples passes once it says so. */
final class CentringEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return Faults.mixedExamples(input);
  }

  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().mixing();
  }
}
