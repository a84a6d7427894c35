package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.nn.Init;
import org.braidml.api.nn.Linear;
import org.jspecify.annotations.Nullable;

/** What the gates of cells share: they start as those of the fused LSTM and GRU do. */
final class Gates {

  private Gates() {}

  /** What the gates read of the input: {@code (B, F) -> (B, G H)}. */
  static Linear ofInput(int width, int hidden, int gates, @Nullable Init bias) {
    return new Linear(width, gates * hidden, Init.xavierUniform(width, hidden), bias);
  }

  /** What the gates read of the state: {@code (B, H) -> (B, G H)}. */
  static Linear ofState(int hidden, int gates, @Nullable Init bias) {
    Init[] each = Collections.nCopies(gates, Init.orthogonal()).toArray(Init[]::new);
    return new Linear(hidden, gates * hidden, Init.stacked(each), bias);
  }

  /** A bias {@code (4 H)} of the gates i, f, g, o: zeros, but that of the forget gate. */
  static Init forget(double bias) {
    return Init.stacked(Init.zeros(), Init.constant(bias), Init.zeros(), Init.zeros());
  }

  /** The gates side by side, {@code (B, G H)}, one after another, {@code (B, H)} each. */
  static List<NDArray> split(NDArray all, int gates) {
    return List.copyOf(all.split(gates, 1));
  }

  /** States of zeros, {@code (B, H)} each. */
  static List<NDArray> zeros(NDManager manager, int count, Shape shape, DataType type) {
    return IntStream.range(0, count).mapToObj(i -> manager.zeros(shape, type)).toList();
  }
}
