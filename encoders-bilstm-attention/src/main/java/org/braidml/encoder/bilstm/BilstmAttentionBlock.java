package org.braidml.encoder.bilstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.BuildContext;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.RecurrentOptions;
import org.braidml.api.nn.RecurrentStack;

/** {@code (B, T, F) -> states (B, T, 2H)}, encoding {@code (B, E)} by a pooling. */
final class BilstmAttentionBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final RecurrentStack stack;
  private final PoolingBlock pooling;

  BilstmAttentionBlock(
      BilstmAttentionEncoderConfig config, SequenceSpec input, BuildContext context) {
    RecurrentOptions options =
        new RecurrentOptions(
            RecurrentOptions.Kind.LSTM,
            input.width(),
            config.hiddenSize(),
            config.layers(),
            true,
            config.dropout(),
            config.forgetBias());
    this.stack = child("stack", new RecurrentStack(options));
    int width = stack.statesWidth();
    this.states = StatesSpec.of(input, width).withQuery(width);
    this.pooling = child("pooling", context.pooling(config.pooling(), states));
  }

  @Override
  public StatesSpec states() {
    return states;
  }

  @Override
  public int encodingWidth() {
    return pooling.encodingWidth();
  }

  @Override
  public Encoded forward(Pass pass, Sequence input, Condition condition) {
    RecurrentStack.Output output = stack.forward(pass, input, condition.carry());
    NDArray last = output.finalState().output();
    Pooled pooled = pooling.forward(pass.at("pooling"), output.states(), last);
    return new Encoded(output.states(), pooled.encoding(), output.finalState());
  }
}
