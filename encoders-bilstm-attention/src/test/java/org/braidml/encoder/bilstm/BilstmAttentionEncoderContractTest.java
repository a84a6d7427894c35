package org.braidml.encoder.bilstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.ConditionAs;
import org.braidml.api.EncodingSpec;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.SequenceEncoderContract;

final class BilstmAttentionEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new BilstmAttentionEncoder()
        .build(
            new BilstmAttentionEncoderConfig(2, 1, 0, 1, Poolings.ADDITIVE),
            input,
            new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new BilstmAttentionEncoder()
            .build(
                new BilstmAttentionEncoderConfig(2, 2, 0.4, 1, Poolings.ADDITIVE),
                input,
                new BuildContext("test")));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createConditioned(
      SequenceSpec input, EncodingSpec condition) {
    String settings =
        "type = bilstm-attention, hidden-size = 2, pooling { type = additive-attention, size = 2, query = true }";
    return Optional.of(Configured.encoder(settings, input, condition, ConditionAs.QUERY));
  }
}
