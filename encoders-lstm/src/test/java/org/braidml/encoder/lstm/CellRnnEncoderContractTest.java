package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Capabilities;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

final class CellRnnEncoderContractTest extends SequenceEncoderContract {

  private static final String SETTINGS =
      "type = cell-rnn, cell { type = layer-norm-lstm, hidden-size = 8 }";

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return Configured.encoder(SETTINGS, input);
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(Configured.encoder(SETTINGS + ", cell { recurrent-dropout = 0.3 }", input));
  }

  /** What dropout leaves of the new cell content, a layer norm scales. */
  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().biasedDropout();
  }

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    String settings = "type = cell-rnn, cell { type = lstm-cell, hidden-size = 2 }";
    return Optional.of(Configured.encoder(settings, input, condition, ConditionAs.INITIAL_STATE));
  }
}
