package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.Collections;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.TypedBlock;
import org.braidml.api.nn.RecurrentOptions.Kind;

/**
 * One layer of a recurrence in one direction, by the engine's fused operation: {@code (B, T, F) ->
 * (B, T, H)}. It knows nothing of lengths: padded steps change the last state of their row. The
 * state is the hidden one, of an LSTM hidden and cell, {@code (B, H)} each.
 *
 * <p>One layer and one direction a call, always with biases and explicit states: with more, PyTorch
 * mixes the parameters up, MXNet forgets the dropout, and both fail in FLOAT64.
 */
final class RecurrentLayer extends TypedBlock implements Recurrence {

  private final Kind kind;
  private final int inputWidth;
  private final int hidden;
  private final Parameter weightIh;
  private final Parameter weightHh;
  private final Parameter biasIh;
  private final Parameter biasHh;

  RecurrentLayer(Kind kind, int inputWidth, int hidden, double forgetBias) {
    this.kind = kind;
    this.inputWidth = inputWidth;
    this.hidden = hidden;
    int rows = kind.gates() * hidden;
    weightIh = parameter("weight-ih", Init.xavierUniform(inputWidth, hidden), rows, inputWidth);
    weightHh = parameter("weight-hh", each(kind.gates(), Init.orthogonal()), rows, hidden);
    biasIh = parameter("bias-ih", kind == Kind.LSTM ? forget(forgetBias) : Init.zeros(), rows);
    biasHh = parameter("bias-hh", Init.zeros(), rows);
  }

  private static Init each(int gates, Init start) {
    return Init.stacked(Collections.nCopies(gates, start).toArray(Init[]::new));
  }

  /** Of the gates i, f, g, o, the second. */
  private static Init forget(double bias) {
    return Init.stacked(Init.zeros(), Init.constant(bias), Init.zeros(), Init.zeros());
  }

  @Override
  public boolean keepsEndedRows() {
    return false;
  }

  @Override
  public int conditionableStates() {
    return kind.states();
  }

  @Override
  public List<NDArray> startingFrom(NDArray values, List<NDArray> given) {
    return given;
  }

  @Override
  public Run run(Pass pass, Sequence sequence, List<NDArray> start) {
    requireStates(start);
    NDArray input = sequence.values();
    Shape shape = input.getShape();
    if (shape.dimension() != 3 || shape.get(1) < 1 || shape.get(2) != inputWidth) {
      throw new IllegalArgumentException(
          "a recurrent layer expects (B, T, " + inputWidth + ") with T >= 1, given " + shape);
    }
    NDArray weight = pass.value(weightIh);
    Widths.requireType("a recurrent layer", weight, input);
    long batch = shape.get(0);
    NDList parameters =
        new NDList(weight, pass.value(weightHh), pass.value(biasIh), pass.value(biasHh));
    NDList states = new NDList();
    for (int i = 0; i < kind.states(); i++) {
      states.add(state(start, i, batch, input));
    }
    NDList out = FusedRecurrence.run(kind, input, states, parameters, pass.training());
    Shape flat = new Shape(batch, hidden);
    return new Run(
        out.get(0), out.subList(1, 1 + kind.states()).stream().map(a -> a.reshape(flat)).toList());
  }

  private void requireStates(List<NDArray> start) {
    if (!start.isEmpty() && start.size() != kind.states()) {
      throw new IllegalArgumentException(
          "a carry of " + kind.states() + " arrays a layer is expected, given " + start.size());
    }
  }

  private NDArray state(List<NDArray> start, int index, long batch, NDArray input) {
    Shape shape = new Shape(1, batch, hidden);
    if (start.isEmpty()) {
      NDManager manager = input.getManager();
      DataType type = input.getDataType();
      return manager.zeros(shape, type);
    }
    NDArray given = start.get(index);
    Widths.requireShape("initial state", new Shape(batch, hidden), given);
    Widths.requireType("initial state", input, given);
    return given.reshape(shape);
  }
}
