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
import org.braidml.api.nn.Conditioning;
import org.braidml.api.nn.RecurrentOptions;
import org.braidml.api.nn.RecurrentStack;

/** {@code (B, T, F) -> states (B, T, 2H)}, encoding {@code (B, E)} by a pooling. */
final class BilstmAttentionBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final Conditioning conditioning;
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
    RecurrentStack stack = child("stack", new RecurrentStack(options));
    int width = stack.statesWidth();
    this.states = StatesSpec.of(input, width).withQuery(width).causalIf(false);
    this.conditioning = child("condition", new Conditioning(context, stack));
    this.pooling = child("pooling", conditioning.pooling(config.pooling(), states, context));
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
    RecurrentStack.Output output = conditioning.forward(pass, input, condition);
    NDArray query = conditioning.query(output, condition);
    Pooled pooled = pooling.forward(pass.at("pooling"), output.states(), query);
    return new Encoded(output.states(), pooled.encoding(), output.finalState());
  }
}
