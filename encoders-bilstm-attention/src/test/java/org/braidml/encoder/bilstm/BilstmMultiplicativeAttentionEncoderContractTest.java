package org.braidml.encoder.bilstm;

import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.SequenceEncoderContract;

/** The final output as the query. */
final class BilstmMultiplicativeAttentionEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new BilstmAttentionEncoder()
        .build(
            new BilstmAttentionEncoderConfig(2, 1, 0, 1, Poolings.MULTIPLICATIVE),
            input,
            new BuildContext("test"));
  }
}
