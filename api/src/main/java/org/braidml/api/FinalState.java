package org.braidml.api;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * The state of a recurrence after the last real step of each row.
 *
 * @param output {@code (B, H)}: the last output; for a bidirectional encoder forward and backward
 *     beside each other
 * @param carry what the next chunk of a series starts from, in the encoder's own order (hidden and,
 *     for LSTM, cell of each layer, {@code (B, H)} each); empty where the lengths of the batch
 *     leave it unknown or the encoder cannot continue
 */
public record FinalState(NDArray output, List<NDArray> carry) {

  public FinalState {
    carry = List.copyOf(carry);
  }
}
