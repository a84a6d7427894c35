package com.example.braid;

import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.PoolingContract;

final class MeanMaxPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return Configured.pooling("type = mean-max", input);
  }
}
