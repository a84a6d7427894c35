package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

final class ConvLstmEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new ConvLstmEncoder()
        .build(
            new ConvLstmEncoderConfig(
                4, 3, Conv1d.Padding.SAME, Activation.TANH, 1, 3, 1, false, 0, 1, Poolings.LAST),
            input,
            new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new ConvLstmEncoder()
            .build(
                new ConvLstmEncoderConfig(
                    4,
                    3,
                    Conv1d.Padding.SAME,
                    Activation.TANH,
                    1,
                    3,
                    1,
                    false,
                    0.4,
                    1,
                    Poolings.LAST),
                input,
                new BuildContext("test")));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    String settings = "type = conv-lstm, filters = 3, hidden-size = 2";
    return Optional.of(Configured.encoder(settings, input, condition, ConditionAs.FILM));
  }
}
