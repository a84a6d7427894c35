package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

final class LastPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new LastPooling().build(new LastPooling.Config(), input, new BuildContext("test"));
  }
}
