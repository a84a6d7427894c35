package org.braidml.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;

/**
 * One step of a recurrence: input {@code (B, F)} and state {@code ->} next state. The recurrence
 * keeps the old state of rows that have ended.
 */
public abstract class RecurrentCellBlock extends TypedBlock {

  /** For subclasses. */
  protected RecurrentCellBlock() {}

  /** Returns {@code H}, the width of the output of a step. */
  public abstract int hiddenSize();

  /**
   * Returns the state before the first step: one or more arrays {@code (B, ...)}, of which the
   * first is the output {@code (B, H)}.
   */
  public abstract List<NDArray> initialState(NDManager manager, int batch, DataType type);

  /**
   * Returns how many arrays of the state, from the first on, are {@code (B, H)} and may start from
   * an encoding ({@code condition-as = initial-state}); by default the output alone.
   */
  public int conditionableStates() {
    return 1;
  }

  /**
   * Computes one step.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param input {@code (B, F)}
   * @param state as {@link #initialState} shapes it
   * @return the next state, of the same shapes; the first array is the output of the step
   */
  public abstract List<NDArray> step(Pass pass, NDArray input, List<NDArray> state);
}
