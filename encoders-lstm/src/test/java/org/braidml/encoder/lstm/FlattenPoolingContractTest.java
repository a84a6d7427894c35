package org.braidml.encoder.lstm;

import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.Capabilities;
import org.braidml.testkit.Configured;
import org.braidml.testkit.PoolingContract;

final class FlattenPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return Configured.pooling("type = flatten", input);
  }

  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().fixedLength();
  }
}
