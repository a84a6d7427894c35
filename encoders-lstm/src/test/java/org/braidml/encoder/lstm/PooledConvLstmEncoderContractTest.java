package org.braidml.encoder.lstm;

import java.util.Optional;
import org.braidml.api.BuildContext;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;
import org.braidml.testkit.SequenceEncoderContract;

/** No padding, pooling over time, both directions: rows of one step are left with none. */
final class PooledConvLstmEncoderContractTest extends SequenceEncoderContract {

  @Override
  protected SequenceEncoderBlock create(SequenceSpec input) {
    return new ConvLstmEncoder()
        .build(
            new ConvLstmEncoderConfig(
                4, 2, Conv1d.Padding.VALID, Activation.TANH, 2, 3, 1, true, 0, 1, Poolings.MEAN),
            input,
            new BuildContext("test"));
  }

  @Override
  protected Optional<SequenceEncoderBlock> createWithDropout(SequenceSpec input) {
    return Optional.of(
        new ConvLstmEncoder()
            .build(
                new ConvLstmEncoderConfig(
                    4,
                    2,
                    Conv1d.Padding.VALID,
                    Activation.TANH,
                    2,
                    3,
                    1,
                    true,
                    0.4,
                    1,
                    Poolings.MEAN),
                input,
                new BuildContext("test")));
  }
}
