package org.braidml.testkit;

import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;

final class AttentionPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new HealthyBlocks.Attention(input);
  }
}
