package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.RecurrentLayer.Run;

/**
 * LSTM or GRU layers over sequences of differing lengths: {@code (B, T, F) -> (B, T, H)}, or {@code
 * (B, T, 2H)} bidirectionally, forward beside backward.
 *
 * <p>Equal to PyTorch's packed sequences. The backward direction starts at each row's last real
 * step, by reversal: M. Schuster, K. Paliwal, Bidirectional recurrent neural networks, 1997. States
 * in padded positions mean nothing. In training mode dropout acts between layers.
 *
 * <p>Parameters, in PyTorch's layout, under {@code layer-0}, {@code layer-0-reverse}, {@code
 * layer-1} and so on: {@code weight-ih (GH, F)}, {@code weight-hh (GH, H)}, {@code bias-ih (GH)},
 * {@code bias-hh (GH)}, the G gates one under another: i, f, g, o of an LSTM; r, z, n of a GRU. The
 * start is {@link Init#xavierUniform} for {@code weight-ih}, {@link Init#orthogonal} for each gate
 * of {@code weight-hh}, zeros for the biases but that of the forget gate. FLOAT32 or FLOAT64.
 * Arrays belong to the manager of the input. Not thread-safe.
 */
public final class RecurrentStack extends TypedBlock {

  private final RecurrentOptions options;
  private final List<RecurrentLayer> forward = new ArrayList<>();
  private final List<RecurrentLayer> backward = new ArrayList<>();

  /** A stack without arrays. */
  public RecurrentStack(RecurrentOptions o) {
    options = o;
    for (int layer = 0; layer < o.layers(); layer++) {
      int width = layer == 0 ? o.inputWidth() : statesWidth();
      forward.add(child("layer-" + layer, layer(width)));
      if (o.bidirectional()) {
        backward.add(child("layer-" + layer + "-reverse", layer(width)));
      }
    }
  }

  private RecurrentLayer layer(int width) {
    return new RecurrentLayer(options.kind(), width, options.hiddenSize(), options.forgetBias());
  }

  /** Returns {@code H}, or {@code 2H} bidirectionally. */
  public int statesWidth() {
    return options.bidirectional() ? 2 * options.hiddenSize() : options.hiddenSize();
  }

  /**
   * What a stack computes.
   *
   * @param states {@code (B, T, H)} of the last layer, with the lengths of the input
   * @param finalState after each row's last real step, {@code (B, H)}, zeros for an empty row;
   *     bidirectionally forward beside backward, {@code (B, 2H)}. Its carry holds hidden and, for
   *     LSTM, cell of each layer; it is empty if some row is padded, and bidirectionally
   */
  public record Output(Sequence states, FinalState finalState) {}

  /**
   * Runs the stack.
   *
   * @param pass parameters and training flag
   * @param input {@code (B, T, F)}
   * @param carry of the chunk before; empty to start from zeros. Cut it from its graph first
   *     ({@code stopGradient}) unless the gradient shall flow on
   * @throws IllegalArgumentException if a shape or data type is wrong, or a carry is given to a
   *     bidirectional stack
   */
  public Output forward(Pass pass, Sequence input, List<NDArray> carry) {
    requireCarry(carry);
    int states = options.kind().states();
    List<NDArray> carried = new ArrayList<>();
    Sequence current = input;
    NDArray output = input.values();
    for (int layer = 0; layer < options.layers(); layer++) {
      if (layer > 0) {
        current = current.withValues(Dropout.apply(pass, current.values(), options.dropout()));
      }
      List<NDArray> start =
          carry.isEmpty() ? List.of() : carry.subList(layer * states, (layer + 1) * states);
      Run run = forward.get(layer).forward(pass, current.values(), start);
      carried.addAll(run.last());
      boolean top = layer == options.layers() - 1;
      output = top ? last(current, run) : output;
      if (options.bidirectional()) {
        Run reversed =
            backward.get(layer).forward(pass, Masked.reverse(current).values(), List.of());
        output = top ? beside(output, last(current, reversed), 1) : output;
        NDArray aligned = Masked.reverse(current.withValues(reversed.states())).values();
        current = current.withValues(beside(run.states(), aligned, 2));
      } else {
        current = current.withValues(run.states());
      }
    }
    boolean continues = input.lengths().full() && !options.bidirectional();
    return new Output(current, new FinalState(output, continues ? carried : List.of()));
  }

  /** The state at length - 1: the final one of the run where no row is padded, else gathered. */
  private static NDArray last(Sequence of, Run run) {
    return of.lengths().full() ? run.last().get(0) : Masked.last(of.withValues(run.states()));
  }

  private static NDArray beside(NDArray left, NDArray right, int axis) {
    return left.getNDArrayInternal().concat(new NDList(right), axis);
  }

  private void requireCarry(List<NDArray> carry) {
    if (carry.isEmpty()) {
      return;
    }
    int expected = options.layers() * options.kind().states();
    if (options.bidirectional() || carry.size() != expected) {
      throw new IllegalArgumentException(
          options.bidirectional()
              ? "a bidirectional recurrence cannot continue an earlier chunk"
              : "a carry of " + expected + " arrays is expected, given " + carry.size());
    }
  }
}
