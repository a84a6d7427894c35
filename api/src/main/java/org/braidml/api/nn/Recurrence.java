package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;

/** One layer of a {@link RecurrentStack} in one direction: {@code (B, T, F) -> (B, T, H)}. */
interface Recurrence {

  /**
   * What a layer computed.
   *
   * @param states {@code (B, T, H)}; padded steps mean nothing
   * @param last the state after step T, {@code (B, ...)} each, of which the first is the output
   */
  record Run(NDArray states, List<NDArray> last) {}

  /** Returns whether the last state of a row that ended before T is that of its last real step. */
  boolean keepsEndedRows();

  /** Returns how many arrays of the state may start from an encoding; each is {@code (B, H)}. */
  int conditionableStates();

  /**
   * Completes a state to start from.
   *
   * @param values what will be read
   * @param given the first {@link #conditionableStates()} arrays of the state
   */
  List<NDArray> startingFrom(NDArray values, List<NDArray> given);

  /**
   * Runs over all T steps, padded ones included.
   *
   * @param pass parameters and training flag
   * @param sequence what is read
   * @param start as {@link Run#last} of the chunk before; empty to start afresh
   * @throws IllegalArgumentException if a shape or data type is wrong
   */
  Run run(Pass pass, Sequence sequence, List<NDArray> start);
}
