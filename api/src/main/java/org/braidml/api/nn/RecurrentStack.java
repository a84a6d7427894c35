package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.braidml.api.FinalState;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.Recurrence.Run;

/**
 * Recurrent layers over sequences of differing lengths: {@code (B, T, F) -> (B, T, H)}, or {@code
 * (B, T, 2H)} bidirectionally, forward beside backward. A layer is an LSTM or GRU by the engine's
 * fused operation, or any {@link RecurrentCellBlock}, called step by step.
 *
 * <p>Equal to PyTorch's packed sequences. The backward direction starts at each row's last real
 * step, by reversal: M. Schuster, K. Paliwal, Bidirectional recurrent neural networks, 1997. States
 * in padded positions mean nothing. In training mode dropout acts between layers.
 *
 * <p>Parameters stand under {@code layer-0}, {@code layer-0-reverse}, {@code layer-1} and so on;
 * those of LSTM and GRU in PyTorch's layout: {@code weight-ih (GH, F)}, {@code weight-hh (GH, H)},
 * {@code bias-ih (GH)}, {@code bias-hh (GH)}, the G gates one under another: i, f, g, o of an LSTM;
 * r, z, n of a GRU. The start is {@link Init#xavierUniform} for {@code weight-ih}, {@link
 * Init#orthogonal} for each gate of {@code weight-hh}, zeros for the biases but that of the forget
 * gate. FLOAT32 or FLOAT64. Arrays belong to the manager of the input. Not thread-safe.
 */
public final class RecurrentStack extends TypedBlock {

  private final boolean bidirectional;
  private final double dropout;
  private final int statesWidth;
  private final List<Recurrence> forward = new ArrayList<>();
  private final List<Recurrence> backward = new ArrayList<>();

  /** A stack of LSTM or GRU layers, without arrays. */
  public RecurrentStack(RecurrentOptions o) {
    bidirectional = o.bidirectional();
    dropout = o.dropout();
    statesWidth = bidirectional ? 2 * o.hiddenSize() : o.hiddenSize();
    for (int layer = 0; layer < o.layers(); layer++) {
      int width = layer == 0 ? o.inputWidth() : statesWidth;
      forward.add(child("layer-" + layer, fused(o, width)));
      if (bidirectional) {
        backward.add(child("layer-" + layer + "-reverse", fused(o, width)));
      }
    }
  }

  private static RecurrentLayer fused(RecurrentOptions o, int width) {
    return new RecurrentLayer(o.kind(), width, o.hiddenSize(), o.forgetBias());
  }

  /**
   * A stack of cells, without arrays.
   *
   * @param inputWidth {@code F}, at least 1
   * @param layers at least 1
   * @param bidirectional whether a second cell reads each layer's input from its end
   * @param dropout in [0, 1), between layers only
   * @param cells makes a new cell for an input of a width; all cells are equally wide
   */
  public RecurrentStack(
      int inputWidth,
      int layers,
      boolean bidirectional,
      double dropout,
      IntFunction<? extends RecurrentCellBlock> cells) {
    Widths.requirePositive("input width", inputWidth);
    Widths.requirePositive("layers", layers);
    Dropout.requireRate(dropout);
    this.bidirectional = bidirectional;
    this.dropout = dropout;
    int width = inputWidth;
    for (int layer = 0; layer < layers; layer++) {
      RecurrentCellBlock cell = child("layer-" + layer, cells.apply(width));
      forward.add(new CellRecurrence(cell, width));
      if (bidirectional) {
        RecurrentCellBlock reverse = child("layer-" + layer + "-reverse", cells.apply(width));
        backward.add(new CellRecurrence(reverse, width));
      }
      width = bidirectional ? 2 * cell.hiddenSize() : cell.hiddenSize();
    }
    statesWidth = width;
  }

  /** Returns {@code H}, or {@code 2H} bidirectionally. */
  public int statesWidth() {
    return statesWidth;
  }

  /** Returns whether a second recurrence reads each layer's input from its end. */
  public boolean bidirectional() {
    return bidirectional;
  }

  /** Returns {@code H}, the width of one direction. */
  public int hiddenSize() {
    return bidirectional ? statesWidth / 2 : statesWidth;
  }

  /**
   * What a stack computes.
   *
   * @param states {@code (B, T, H)} of the last layer, with the lengths of the input
   * @param finalState after each row's last real step, {@code (B, H)}, zeros for an empty row;
   *     bidirectionally forward beside backward, {@code (B, 2H)}. Its carry holds the state of each
   *     layer, of a GRU the hidden state, of an LSTM hidden and cell; it is empty bidirectionally,
   *     and of LSTM and GRU if some row is padded
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
    int states = carry.size() / forward.size();
    return run(
        pass,
        input,
        layer -> carry.subList(layer * states, (layer + 1) * states),
        layer -> List.of());
  }

  /** Returns how many arrays {@link #startingFrom} takes. */
  public int startingStates() {
    int directions = bidirectional ? 2 : 1;
    return forward.size() * directions * forward.get(0).conditionableStates();
  }

  /**
   * Runs the stack from states of its own choice, such as those made of another encoding. The
   * backward direction starts from its state at each row's last real step.
   *
   * @param pass parameters and training flag
   * @param input {@code (B, T, F)}
   * @param states {@code (B, H)} each, {@link #startingStates()} of them: of each layer those of
   *     the forward direction (an LSTM's hidden and cell, another's hidden), then of the backward
   */
  public Output startingFrom(Pass pass, Sequence input, List<NDArray> states) {
    if (states.size() != startingStates()) {
      throw new IllegalArgumentException(
          startingStates() + " states to start from are expected, given " + states.size());
    }
    int each = forward.get(0).conditionableStates();
    int directions = bidirectional ? 2 : 1;
    NDArray values = input.values();
    return run(
        pass,
        input,
        layer -> {
          int from = layer * directions * each;
          return forward.get(layer).startingFrom(values, states.subList(from, from + each));
        },
        layer -> {
          int from = (layer * directions + 1) * each;
          return backward.get(layer).startingFrom(values, states.subList(from, from + each));
        });
  }

  private Output run(
      Pass pass,
      Sequence input,
      IntFunction<List<NDArray>> starts,
      IntFunction<List<NDArray>> reverseStarts) {
    List<NDArray> carried = new ArrayList<>();
    Sequence current = input;
    NDArray output = input.values();
    for (int layer = 0; layer < forward.size(); layer++) {
      if (layer > 0) {
        current = current.withValues(Dropout.apply(pass, current.values(), dropout));
      }
      Run run = forward.get(layer).run(pass, current, starts.apply(layer));
      carried.addAll(run.last());
      boolean top = layer == forward.size() - 1;
      output = top ? last(current, run) : output;
      if (bidirectional) {
        Run reversed =
            backward.get(layer).run(pass, Masked.reverse(current), reverseStarts.apply(layer));
        output = top ? Beside.of(List.of(output, last(current, reversed))) : output;
        NDArray aligned = Masked.reverse(current.withValues(reversed.states())).values();
        current = current.withValues(Beside.of(List.of(run.states(), aligned)));
      } else {
        current = current.withValues(run.states());
      }
    }
    boolean known = input.lengths().full() || forward.get(0).keepsEndedRows();
    List<NDArray> handed = known && !bidirectional ? carried : List.of();
    return new Output(current, new FinalState(output, handed));
  }

  /** The state at length - 1: the final one of the run where no row is padded, else gathered. */
  private static NDArray last(Sequence of, Run run) {
    return of.lengths().full() ? run.last().get(0) : Masked.last(of.withValues(run.states()));
  }

  private void requireCarry(List<NDArray> carry) {
    if (bidirectional && !carry.isEmpty()) {
      throw new IllegalArgumentException(
          "a bidirectional recurrence cannot continue an earlier chunk");
    }
    if (carry.size() % forward.size() != 0) {
      throw new IllegalArgumentException(
          "a carry has equally many arrays for each of "
              + forward.size()
              + " layers, given "
              + carry.size());
    }
  }
}
