package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.testkit.SequenceTransformContract;

final class LayerNormTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new LayerNormTransform()
        .build(new LayerNormTransformConfig(1e-5), input, new BuildContext("test"));
  }
}
