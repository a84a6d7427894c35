package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;

/**
 * What the rows of one batch hand over to those of the next, on the host: gradients do not flow
 * from one chunk to another (truncated back-propagation). Used by one thread.
 */
public final class CarriedState {

  private Map<String, List<float[][]>> states = Map.of();
  private Map<String, List<float[][]>> next = Map.of();
  private boolean begun;

  /** Nothing is handed over yet. */
  public CarriedState() {}

  /** Forgets everything, for rows that start anew. */
  public void reset() {
    states = Map.of();
    next = Map.of();
    begun = false;
  }

  /** Returns whether a batch starts anew. */
  public boolean isEmpty() {
    return states.isEmpty();
  }

  /**
   * Returns the carry for a batch.
   *
   * @param manager owns the arrays
   * @param rows how many rows it has: those of the batch before, or the first of them
   * @throws ConfigurationException if the batch before handed over nothing
   */
  public Map<String, List<NDArray>> on(NDManager manager, int rows) {
    if (begun && states.isEmpty()) {
      throw nothing();
    }
    Map<String, List<NDArray>> carry = new TreeMap<>();
    states.forEach(
        (encoder, arrays) ->
            carry.put(encoder, arrays.stream().map(a -> array(manager, a, rows)).toList()));
    return carry;
  }

  private static NDArray array(NDManager manager, float[][] values, int rows) {
    int width = values[0].length;
    float[] flat = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values[row], 0, flat, row * width, width);
    }
    return manager.create(flat, new Shape(rows, width));
  }

  /** Keeps what a batch hands over, until {@link #advance}. */
  public void keep(Map<String, List<NDArray>> carry) {
    Map<String, List<float[][]>> kept = new TreeMap<>();
    carry.forEach(
        (encoder, arrays) -> kept.put(encoder, arrays.stream().map(CarriedState::rows).toList()));
    next = kept;
  }

  /** Goes on to the next batch: what was kept is now what it starts from. */
  public void advance() {
    begun = true;
    states = next;
  }

  /** Returns what the next batch starts from, as {@code encoder.number}, to be saved. */
  Map<String, NDArray> arrays(NDManager manager) {
    Map<String, NDArray> arrays = new TreeMap<>();
    states.forEach(
        (encoder, kept) -> {
          for (int i = 0; i < kept.size(); i++) {
            arrays.put(encoder + '.' + i, array(manager, kept.get(i), kept.get(i).length));
          }
        });
    return arrays;
  }

  /** Goes on from what {@link #arrays} returned. */
  void restore(Map<String, NDArray> arrays) {
    reset();
    Map<String, List<float[][]>> saved = new TreeMap<>();
    for (String name : arrays.keySet()) {
      saved.put(name.substring(0, name.lastIndexOf('.')), new ArrayList<>());
    }
    saved.forEach(
        (encoder, kept) -> {
          NDArray array = arrays.get(encoder + ".0");
          while (array != null) {
            kept.add(rows(array));
            array = arrays.get(encoder + '.' + kept.size());
          }
        });
    states = saved;
    begun = !saved.isEmpty();
  }

  private static float[][] rows(NDArray array) {
    float[] flat = array.toFloatArray();
    int rows = (int) array.getShape().get(0);
    int width = flat.length / rows;
    float[][] values = new float[rows][];
    Arrays.setAll(values, row -> Arrays.copyOfRange(flat, row * width, (row + 1) * width));
    return values;
  }

  private static ConfigurationException nothing() {
    return new ConfigurationException(
        "training.stateful",
        List.of(
            Problem.at("training.stateful")
                .value("true")
                .what("no encoder hands its state over to the next batch")
                .remedy(
                    "use an lstm, gru or cell-rnn in one direction, and rows of one length, or set"
                        + " training.stateful = false")
                .build()));
  }
}
