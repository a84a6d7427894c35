package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Linear;

/** A linear map and tanh of each step, {@code (B, T, F) -> (B, T, H)}, and a faulty way on. */
final class FaultyEncoder extends SequenceEncoderBlock {

  static final int WIDTH = 4;

  private final SequenceSpec input;
  private final int declaredWidth;
  private final Reduction reduction;
  private final Linear linear;

  /** From states to the encoding. */
  interface Reduction {
    NDArray of(Pass pass, Sequence states);
  }

  FaultyEncoder(SequenceSpec input, int declaredWidth, Reduction reduction) {
    this.input = input;
    this.declaredWidth = declaredWidth;
    this.reduction = reduction;
    linear = child("linear", new Linear(input.width(), WIDTH));
  }

  /** Declares a parameter that it never reads. */
  FaultyEncoder withDecoy() {
    child("decoy", new Linear(input.width(), WIDTH));
    return this;
  }

  @Override
  public StatesSpec states() {
    return StatesSpec.of(input, WIDTH);
  }

  @Override
  public int encodingWidth() {
    return declaredWidth;
  }

  @Override
  public Encoded forward(Pass pass, Sequence sequence, Condition condition) {
    Sequence states = sequence.withValues(linear.forward(pass, sequence.values()).tanh());
    return new Encoded(states, reduction.of(pass, states), null);
  }
}
