package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;
import org.braidml.testkit.SequenceTransformContract;

/** A kernel of one step. */
final class OneStepConv1dTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new Conv1dTransform()
        .build(
            new Conv1dTransformConfig(4, 1, 1, 1, Conv1d.Padding.SAME, Activation.TANH),
            input,
            new BuildContext("test"));
  }
}
