package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.testkit.SequenceTransformContract;

final class MeanPoolTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new MeanPoolTransform()
        .build(new MeanPoolTransformConfig(2, 2), input, new BuildContext("test"));
  }
}
