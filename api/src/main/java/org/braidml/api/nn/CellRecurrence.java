package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.RecurrentCellBlock;
import org.braidml.api.Sequence;

/**
 * A cell called step by step: {@code (B, T, F) -> (B, T, H)}. A row that has ended keeps its state,
 * so the last state is exact whatever the lengths.
 *
 * @param cell one step
 * @param width {@code F}
 */
record CellRecurrence(RecurrentCellBlock cell, int width) implements Recurrence {

  @Override
  public boolean keepsEndedRows() {
    return true;
  }

  @Override
  public int conditionableStates() {
    return cell.conditionableStates();
  }

  @Override
  public List<NDArray> startingFrom(NDArray values, List<NDArray> given) {
    int batch = Math.toIntExact(values.getShape().get(0));
    List<NDArray> state =
        new ArrayList<>(cell.initialState(values.getManager(), batch, values.getDataType()));
    for (int i = 0; i < given.size(); i++) {
      state.set(i, given.get(i));
    }
    return state;
  }

  @Override
  public Run run(Pass pass, Sequence sequence, List<NDArray> start) {
    NDArray values = sequence.values();
    if (sequence.width() != width) {
      throw new IllegalArgumentException(
          "a recurrent layer expects (B, T, "
              + width
              + ") with T >= 1, given "
              + values.getShape());
    }
    int[] lengths = sequence.lengths().toArray();
    int shortest = Arrays.stream(lengths).min().orElse(0);
    // Split, not sliced: the gradient of a slice is as large as the whole sequence, T times over.
    NDList steps = values.split(sequence.lengths().time(), 1);
    NDList real = sequence.mask().split(sequence.lengths().time(), 1);
    List<NDArray> state = start(values, lengths.length, start);
    NDList outputs = new NDList();
    for (int t = 0; t < steps.size(); t++) {
      List<NDArray> next = cell.step(pass, steps.get(t).squeeze(1), state);
      requireSameShapes("the next state", state, next);
      state = t < shortest ? next : kept(real.get(t), state, next);
      outputs.add(state.get(0));
    }
    return new Run(NDArrays.stack(outputs, 1), state);
  }

  private List<NDArray> start(NDArray values, int batch, List<NDArray> given) {
    List<NDArray> zeros = cell.initialState(values.getManager(), batch, values.getDataType());
    if (given.isEmpty()) {
      return zeros;
    }
    requireSameShapes("a carried state", zeros, given);
    Widths.requireType("a carried state", values, given.get(0));
    return given;
  }

  private void requireSameShapes(String what, List<NDArray> due, List<NDArray> given) {
    String name = what + " of " + cell.getClass().getSimpleName();
    if (given.size() != due.size()) {
      throw new IllegalArgumentException(
          name + ": expected " + due.size() + " arrays, given " + given.size());
    }
    for (int i = 0; i < due.size(); i++) {
      Widths.requireShape(name + ", array " + i, due.get(i).getShape(), given.get(i));
    }
  }

  /** The next state where the step is real, the old one where the row has ended. */
  private static List<NDArray> kept(NDArray real, List<NDArray> state, List<NDArray> next) {
    NDArray ended = real.sub(1f).neg();
    List<NDArray> kept = new ArrayList<>();
    for (int i = 0; i < state.size(); i++) {
      Shape shape = state.get(i).getShape();
      long[] column = new long[shape.dimension()];
      Arrays.fill(column, 1);
      column[0] = shape.get(0);
      NDArray go = next.get(i).mul(real.reshape(column));
      kept.add(go.add(state.get(i).mul(ended.reshape(column))));
    }
    return kept;
  }
}
