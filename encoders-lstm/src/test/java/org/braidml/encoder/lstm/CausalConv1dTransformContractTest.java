package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;
import org.braidml.testkit.SequenceTransformContract;

/** Dilated, reads no later step. */
final class CausalConv1dTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new Conv1dTransform()
        .build(
            new Conv1dTransformConfig(4, 2, 1, 2, Conv1d.Padding.CAUSAL, Activation.TANH),
            input,
            new BuildContext("test"));
  }
}
