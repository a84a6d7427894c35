package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.PoolingBlock;
import org.braidml.api.StatesSpec;
import org.braidml.testkit.PoolingContract;

/** The final output as the query. */
final class QueriedAdditiveAttentionPoolingContractTest extends PoolingContract {

  @Override
  protected PoolingBlock create(StatesSpec input) {
    return new AdditiveAttentionPooling()
        .build(new AdditiveAttentionPoolingConfig(4, true), input, new BuildContext("test"));
  }

  @Override
  protected boolean needsQuery() {
    return true;
  }
}
