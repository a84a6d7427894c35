package org.braidml.encoder.lstm;

import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Capabilities;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

/** Every position that the filters found something at is kept. */
final class FlattenedConvPoolEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return Configured.encoder(
        "type = conv-pool, filters = 4, kernel = 2, padding = valid, activation = tanh, "
            + "max-pool = 2, pooling { type = flatten }",
        input);
  }

  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().fixedLength();
  }
}
