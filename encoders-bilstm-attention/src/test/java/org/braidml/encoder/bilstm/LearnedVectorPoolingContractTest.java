package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

final class LearnedVectorPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new LearnedVectorPooling()
        .build(new LearnedVectorPooling.Config(), input, new BuildContext("test"));
  }
}
