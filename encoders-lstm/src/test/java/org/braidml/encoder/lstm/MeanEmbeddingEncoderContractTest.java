package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.SequenceEncoderContract;

final class MeanEmbeddingEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new MeanEmbeddingEncoder()
        .build(new MeanEmbeddingEncoderConfig(0), input, new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new MeanEmbeddingEncoder()
            .build(new MeanEmbeddingEncoderConfig(0.4), input, new BuildContext("test")));
  }
}
