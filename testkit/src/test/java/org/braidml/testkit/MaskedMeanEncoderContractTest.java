package org.braidml.testkit;

import java.util.Optional;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;

final class MaskedMeanEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new HealthyEncoders.MaskedMean(input, 0, null);
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(new HealthyEncoders.MaskedMean(input, 0.4, null));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    return Optional.of(new HealthyEncoders.MaskedMean(input, 0, condition));
  }
}
