package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

final class MaxPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new MaxPooling().build(new MaxPooling.Config(), input, new BuildContext("test"));
  }
}
