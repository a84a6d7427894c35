package org.braidml.encoder.bilstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
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

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    String settings =
        "type = bilstm-attention, hidden-size = 2, pooling { type = multiplicative-attention }";
    return Optional.of(Configured.encoder(settings, input, condition, ConditionAs.QUERY));
  }
}
