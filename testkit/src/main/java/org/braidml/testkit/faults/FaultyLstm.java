package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.nn.Masked;
import org.braidml.api.nn.RecurrentOptions;
import org.braidml.api.nn.RecurrentOptions.Kind;
import org.braidml.api.nn.RecurrentStack;

/** An LSTM {@code (B, T, F) -> (B, T, H)} whose last state is taken in a faulty way. */
final class FaultyLstm extends SequenceEncoderBlock {

  private static final int HIDDEN = 4;

  private final SequenceSpec input;
  private final Fault fault;
  private final RecurrentStack stack;

  /** What is wrong. */
  enum Fault {
    /** The encoding is the state at T. */
    STATE_AT_T,
    /** The input is turned round with its padding. */
    PADDING_FIRST,
    /** Dropout between layers, of which there is one. */
    IGNORED_DROPOUT,
    /** Hands its state over, but starts from zeros. */
    IGNORED_CARRY
  }

  FaultyLstm(SequenceSpec input, Fault fault) {
    this.input = input;
    this.fault = fault;
    double dropout = fault == Fault.IGNORED_DROPOUT ? 0.5 : 0;
    stack =
        child(
            "stack",
            new RecurrentStack(
                new RecurrentOptions(Kind.LSTM, input.width(), HIDDEN, 1, false, dropout, 1.0)));
  }

  @Override
  public StatesSpec states() {
    return StatesSpec.of(input, HIDDEN);
  }

  @Override
  public int encodingWidth() {
    return HIDDEN;
  }

  @Override
  public Encoded forward(Pass pass, Sequence sequence, Condition condition) {
    Sequence read =
        fault == Fault.PADDING_FIRST ? sequence.withValues(sequence.values().flip(1)) : sequence;
    RecurrentStack.Output output = stack.forward(pass, read, List.of());
    Sequence states = output.states();
    Sequence shown = fault == Fault.PADDING_FIRST ? sequence : states;
    FinalState handed = fault == Fault.IGNORED_CARRY ? output.finalState() : null;
    return new Encoded(shown.withValues(states.values()), encoding(states), handed);
  }

  private NDArray encoding(Sequence states) {
    int last = states.lengths().time() - 1;
    return fault == Fault.IGNORED_DROPOUT || fault == Fault.IGNORED_CARRY
        ? Masked.last(states)
        : states.values().get(new NDIndex(":, " + last + ", :"));
  }
}
