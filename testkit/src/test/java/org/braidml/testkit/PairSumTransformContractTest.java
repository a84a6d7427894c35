package org.braidml.testkit;

import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;

final class PairSumTransformContractTest extends SequenceTransformContract {

  @Override
  protected SequenceTransformBlock create(SequenceSpec input) {
    return new HealthyEncoders.PairSum(input);
  }

  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().minimumTime(2);
  }
}
