package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

/** Two layers, both directions, another cell and pooling. */
final class DeepBidirectionalCellRnnEncoderContractTest extends SequenceEncoderContract {

  private static final String SETTINGS =
      "type = cell-rnn, cell { type = gru-cell, hidden-size = 2 }, layers = 2, bidirectional = true, pooling { type = mean }";

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return Configured.encoder(SETTINGS, input);
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(Configured.encoder(SETTINGS + ", dropout = 0.4", input));
  }
}
