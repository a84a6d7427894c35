package org.braidml.encoder.lstm;

import java.util.List;
import org.braidml.api.BuildContext;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Conv1d;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.RecurrentOptions;
import org.braidml.api.nn.RecurrentStack;

/**
 * {@code (B, T, F) -> (B, T', C)} by a convolution and max pooling, {@code -> states (B, T', H)}
 * and encoding {@code (B, E)} by a recurrent encoder.
 */
final class ConvLstmEncoderBlock extends SequenceEncoderBlock {

  private final ConvolvedSteps steps;
  private final double dropout;
  private final RecurrentEncoderBlock recurrence;

  ConvLstmEncoderBlock(ConvLstmEncoderConfig config, SequenceSpec input, BuildContext context) {
    this.dropout = config.dropout();
    this.steps =
        ConvolvedSteps.of(
            input,
            config.filters(),
            new Conv1d.Window(config.kernel(), 1, 1, config.padding()),
            config.activation(),
            config.maxPool(),
            context);
    child("convolution", steps.convolution());
    RecurrentOptions options =
        new RecurrentOptions(
            RecurrentOptions.Kind.LSTM,
            config.filters(),
            config.hiddenSize(),
            config.layers(),
            config.bidirectional(),
            config.dropout(),
            config.forgetBias());
    this.recurrence =
        child(
            "lstm",
            new RecurrentEncoderBlock(
                new RecurrentStack(options), steps.output(), config.pooling(), context));
  }

  @Override
  public StatesSpec states() {
    return recurrence.states();
  }

  @Override
  public int encodingWidth() {
    return recurrence.encodingWidth();
  }

  @Override
  public Encoded forward(Pass pass, Sequence input, Condition condition) {
    if (!condition.carry().isEmpty()) {
      throw new IllegalArgumentException("conv-lstm cannot continue an earlier chunk");
    }
    Sequence pooled = steps.forward(pass, input);
    Sequence read = pooled.withValues(Dropout.apply(pass, pooled.values(), dropout));
    Encoded encoded = recurrence.forward(pass, read, condition);
    FinalState last = encoded.finalState();
    FinalState ended = last == null ? null : new FinalState(last.output(), List.of());
    return new Encoded(encoded.states(), encoded.encoding(), ended);
  }
}
