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
import org.braidml.api.nn.RecurrentStack;

/**
 * {@code (B, T, F) -> states (B, T, H)} by a recurrent stack, encoding {@code (B, E)} by a pooling.
 */
final class RecurrentEncoderBlock extends SequenceEncoderBlock {

  private final StatesSpec states;
  private final RecurrentStack stack;
  private final PoolingBlock pooling;

  RecurrentEncoderBlock(
      RecurrentStack stack, SequenceSpec input, Choice<Pooling<?>> pooling, BuildContext context) {
    this.stack = child("stack", stack);
    int width = stack.statesWidth();
    this.states = StatesSpec.of(input, width).withQuery(width);
    this.pooling = child("pooling", context.pooling(pooling, states));
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
    RecurrentStack.Output output = stack.forward(pass, input, condition.carry());
    NDArray last = output.finalState().output();
    Pooled pooled = pooling.forward(pass.at("pooling"), output.states(), last);
    return new Encoded(output.states(), pooled.encoding(), output.finalState());
  }
}
