package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import org.braidml.api.BuildContext;
import org.braidml.api.Choice;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pass;
import org.braidml.api.Pooled;
import org.braidml.api.Pooling;
import org.braidml.api.PoolingBlock;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Conditioning;
import org.braidml.api.nn.RecurrentStack;

/**
 * {@code (B, T, F) -> states (B, T, H)} by a recurrent stack, encoding {@code (B, E)} by a pooling.
 */
final class RecurrentEncoderBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final Conditioning conditioning;
  private final PoolingBlock pooling;

  RecurrentEncoderBlock(
      RecurrentStack stack, SequenceSpec input, Choice<Pooling<?>> pooling, BuildContext context) {
    child("stack", stack);
    int width = stack.statesWidth();
    this.states = StatesSpec.of(input, width).withQuery(width).causalIf(!stack.bidirectional());
    this.conditioning = child("condition", new Conditioning(context, stack));
    this.pooling = child("pooling", conditioning.pooling(pooling, states, context));
  }

  /** Refuses, where settings are bound, dropout that would act nowhere. */
  static void requireUse(double dropout, int layers) {
    if (dropout > 0 && layers == 1) {
      throw new IllegalArgumentException(
          "dropout acts between layers, and there is one: use layers = 2 or dropout = 0");
    }
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
