package org.braidml.testkit;

import java.util.Optional;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

final class LstmEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new HealthyEncoders.LstmLast(input, 1, false, 0);
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(new HealthyEncoders.LstmLast(input, 2, false, 0.4));
  }
}
