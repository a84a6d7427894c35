package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

final class ConvPoolEncoderContractTest extends SequenceEncoderContract {

  private static final String SETTINGS =
      "type = conv-pool, filters = 4, activation = tanh, pooling { type = mean }";

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return Configured.encoder(SETTINGS, input);
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(Configured.encoder(SETTINGS + ", dropout = 0.4", input));
  }
}
