package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.testkit.SequenceTransformContract;

final class DropoutTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new DropoutTransform()
        .build(new DropoutTransformConfig(0), input, new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceTransformBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new DropoutTransform()
            .build(new DropoutTransformConfig(0.4), input, new BuildContext("test")));
  }
}
