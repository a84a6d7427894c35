package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

/** Scores over the square root of the width. */
final class ScaledMultiplicativeAttentionPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new MultiplicativeAttentionPooling()
        .build(new MultiplicativeAttentionPoolingConfig(true), input, new BuildContext("test"));
  }

  @Override
  protected boolean needsQuery() {
    return true;
  }
}
