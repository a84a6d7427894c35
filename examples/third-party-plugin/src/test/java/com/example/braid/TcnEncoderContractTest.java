package com.example.braid;

import java.util.Optional;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

// snippet: start
/** Two levels of three channels: the first has a shortcut of its own, the second has none. */
final class TcnEncoderContractTest extends SequenceEncoderContract {

  private static final String SETTINGS = "type = tcn, channels = 3, levels = 2, kernel = 2";

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return Configured.encoder(SETTINGS, input);
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(Configured.encoder(SETTINGS + ", dropout = 0.3", input));
  }
}
// snippet: end
