package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

/** Two layers, both directions, other poolings. */
final class DeepBidirectionalLstmEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new LstmEncoder()
        .build(
            new LstmEncoderConfig(2, 2, true, 0, 1, Poolings.MAX), input, new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new LstmEncoder()
            .build(
                new LstmEncoderConfig(2, 2, true, 0.4, 1, Poolings.MEAN),
                input,
                new BuildContext("test")));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    String settings = "type = lstm, hidden-size = 2, layers = 2, bidirectional = true";
    return Optional.of(Configured.encoder(settings, input, condition, ConditionAs.INITIAL_STATE));
  }
}
