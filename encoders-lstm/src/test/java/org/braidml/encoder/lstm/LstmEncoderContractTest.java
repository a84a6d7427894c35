package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

final class LstmEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new LstmEncoder()
        .build(
            new LstmEncoderConfig(3, 1, false, 0, 1, Poolings.LAST),
            input,
            new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new LstmEncoder()
            .build(
                new LstmEncoderConfig(3, 2, false, 0.4, 1, Poolings.LAST),
                input,
                new BuildContext("test")));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    String settings = "type = lstm, hidden-size = 3";
    return Optional.of(Configured.encoder(settings, input, condition, ConditionAs.INITIAL_STATE));
  }
}
