package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.OptionalInt;
import org.braidml.api.Condition;
import org.braidml.api.Encoded;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Lengths;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceEncoderBlock;
import org.braidml.api.SequenceSpec;
import org.braidml.api.SequenceTransformBlock;
import org.braidml.api.SpecException;
import org.braidml.api.StatesSpec;
import org.braidml.api.config.Problem;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Dropout;
import org.braidml.api.nn.Linear;
import org.braidml.api.nn.Masked;
import org.braidml.api.nn.RecurrentOptions;
import org.braidml.api.nn.RecurrentStack;
import org.jspecify.annotations.Nullable;

/** Small correct blocks that read sequences. */
final class HealthyEncoders {

  private HealthyEncoders() {}

  /** A linear map of each step, then the mean; adds a condition if it is built with one. */
  static final class MaskedMean extends SequenceEncoderBlock {
    private static final int WIDTH = 4;
    private final SequenceSpec input;
    private final double dropout;
    private final Linear linear;
    private final @Nullable Linear conditioning;

    MaskedMean(SequenceSpec input, double dropout, @Nullable EncodingSpec condition) {
      this.input = input;
      this.dropout = dropout;
      linear = child("linear", new Linear(input.width(), WIDTH));
      conditioning =
          condition == null ? null : child("condition", new Linear(condition.width(), WIDTH));
    }

    @Override
    public StatesSpec states() {
      return StatesSpec.of(input, WIDTH);
    }

    @Override
    public int encodingWidth() {
      return WIDTH;
    }

    @Override
    public Encoded forward(Pass pass, Sequence sequence, Condition condition) {
      NDArray steps = linear.forward(pass, Masked.zero(sequence));
      NDArray start = condition.encoding();
      if (conditioning != null && start != null) {
        steps = steps.add(conditioning.forward(pass, start).expandDims(1));
      }
      Sequence states =
          sequence.withValues(Dropout.apply(pass, Activation.TANH.apply(steps), dropout));
      return new Encoded(states, Masked.mean(states), null);
    }
  }

  /** LSTM, last state. */
  static final class LstmLast extends SequenceEncoderBlock {
    private static final int HIDDEN = 4;
    private final SequenceSpec input;
    private final RecurrentStack stack;

    LstmLast(SequenceSpec input, int layers, boolean bidirectional, double dropout) {
      this.input = input;
      RecurrentOptions options =
          new RecurrentOptions(
              RecurrentOptions.Kind.LSTM,
              input.width(),
              HIDDEN,
              layers,
              bidirectional,
              dropout,
              1.0);
      stack = child("stack", new RecurrentStack(options));
    }

    @Override
    public StatesSpec states() {
      return StatesSpec.of(input, stack.statesWidth()).causalIf(!stack.bidirectional());
    }

    @Override
    public int encodingWidth() {
      return stack.statesWidth();
    }

    @Override
    public Encoded forward(Pass pass, Sequence sequence, Condition condition) {
      RecurrentStack.Output output = stack.forward(pass, sequence, condition.carry());
      return new Encoded(output.states(), output.finalState().output(), output.finalState());
    }
  }

  /** A linear map of all steps at once: needs a fixed length. */
  static final class Flatten extends SequenceEncoderBlock {
    private static final int WIDTH = 4;
    private final SequenceSpec input;
    private final Linear linear;

    Flatten(SequenceSpec input) {
      this.input = input;
      OptionalInt length = input.fixedLength();
      if (length.isEmpty()) {
        throw new SpecException(Problem.at("flatten").what("needs a fixed length").build());
      }
      linear = child("linear", new Linear(input.width() * length.getAsInt(), WIDTH));
    }

    @Override
    public StatesSpec states() {
      return StatesSpec.of(input, input.width());
    }

    @Override
    public int encodingWidth() {
      return WIDTH;
    }

    @Override
    public Encoded forward(Pass pass, Sequence sequence, Condition condition) {
      NDArray flat = sequence.values().reshape(sequence.lengths().batch(), -1);
      return new Encoded(sequence, linear.forward(pass, flat), null);
    }
  }

  /** The sum of two neighbours at a stride of 2, then a linear map: {@code T' = T / 2}. */
  static final class PairSum extends SequenceTransformBlock {
    private static final int WIDTH = 4;
    private final SequenceSpec input;
    private final Linear linear;

    PairSum(SequenceSpec input) {
      this.input = input;
      linear = child("linear", new Linear(input.width(), WIDTH));
    }

    @Override
    public SequenceSpec output() {
      OptionalInt fixed = input.fixedLength();
      return new SequenceSpec(
          input.name(),
          WIDTH,
          2 * input.timeStride(),
          fixed.isPresent() ? OptionalInt.of(fixed.getAsInt() / 2) : fixed);
    }

    @Override
    public int mapLength(int length) {
      return length / 2;
    }

    @Override
    public Sequence forward(Pass pass, Sequence sequence) {
      int time = sequence.lengths().time();
      if (time < 2) {
        throw new IllegalArgumentException("T = " + time + ", expected at least 2");
      }
      NDArray even = sequence.values().get(new NDIndex(":, 0:" + (time / 2 * 2) + ":2, :"));
      NDArray odd = sequence.values().get(new NDIndex(":, 1:" + (time / 2 * 2) + ":2, :"));
      Lengths lengths = sequence.lengths().map(this::mapLength);
      return Sequence.of(linear.forward(pass, even.add(odd)), lengths);
    }
  }
}
