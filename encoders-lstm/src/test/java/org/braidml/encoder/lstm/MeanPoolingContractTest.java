package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

final class MeanPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new MeanPooling().build(new MeanPooling.Config(), input, new BuildContext("test"));
  }
}
