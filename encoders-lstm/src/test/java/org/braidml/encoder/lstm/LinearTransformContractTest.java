package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Activation;
import org.braidml.testkit.SequenceTransformContract;

final class LinearTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new LinearTransform()
        .build(new LinearTransformConfig(4, Activation.TANH), input, new BuildContext("test"));
  }
}
