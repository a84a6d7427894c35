package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

final class AdditiveAttentionPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new AdditiveAttentionPooling()
        .build(new AdditiveAttentionPoolingConfig(4, false), input, new BuildContext("test"));
  }
}
