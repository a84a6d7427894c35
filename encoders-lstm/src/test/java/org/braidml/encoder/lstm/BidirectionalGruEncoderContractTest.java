package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

/** Both directions. */
final class BidirectionalGruEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new GruEncoder()
        .build(new GruEncoderConfig(2, 1, true, 0, Poolings.LAST), input, new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new GruEncoder()
            .build(
                new GruEncoderConfig(2, 2, true, 0.4, Poolings.LAST),
                input,
                new BuildContext("test")));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    String settings = "type = gru, hidden-size = 2, bidirectional = true";
    return Optional.of(Configured.encoder(settings, input, condition, ConditionAs.FILM));
  }
}
