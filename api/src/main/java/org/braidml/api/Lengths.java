package org.braidml.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * How many steps of each row of a batch are real: host integers, and the index arrays that follow
 * from them.
 *
 * <p>Each array is made once, in the manager of the first caller, which must be the manager of the
 * batch; all live and die with the batch. One batch is read by one thread.
 */
public final class Lengths {

  private final int[] values;
  private final int time;
  private final Map<String, NDArray> made = new HashMap<>();

  private Lengths(int[] values, int time) {
    this.values = values;
    this.time = time;
  }

  /**
   * Lengths of the rows of a batch.
   *
   * @param lengths one a row, each in {@code [0, time]}
   * @param time {@code T}, at least 1
   * @throws IllegalArgumentException if a length or T is out of range
   */
  public static Lengths of(int[] lengths, int time) {
    if (time < 1 || lengths.length == 0) {
      throw new IllegalArgumentException("a batch has at least one row and one step");
    }
    for (int row = 0; row < lengths.length; row++) {
      if (lengths[row] < 0 || lengths[row] > time) {
        throw new IllegalArgumentException(
            "row " + row + " has length " + lengths[row] + ", not in [0, " + time + "]");
      }
    }
    return new Lengths(lengths.clone(), time);
  }

  /** Returns {@code B}. */
  public int batch() {
    return values.length;
  }

  /** Returns {@code T}, the padded length, at least 1. */
  public int time() {
    return time;
  }

  /** Returns the length of a row. */
  public int get(int row) {
    return values[row];
  }

  /** Returns a copy of the lengths. */
  public int[] toArray() {
    return values.clone();
  }

  /** Returns whether no row is padded: every length equals {@code T}. */
  public boolean full() {
    return Arrays.stream(values).allMatch(n -> n == time);
  }

  /** Returns whether some row has no step at all. */
  public boolean anyEmpty() {
    return Arrays.stream(values).anyMatch(n -> n == 0);
  }

  /**
   * Lengths after a block that changes them, such as a convolution with a stride.
   *
   * @param map from an old length to the new one; also applied to {@code T}, where the result is at
   *     least 1
   */
  public Lengths map(IntUnaryOperator map) {
    int newTime = Math.max(1, map.applyAsInt(time));
    return of(Arrays.stream(values).map(map).toArray(), newTime);
  }

  /** Returns the mask {@code (B, T)}: 1 = real step, 0 = padding. */
  public NDArray mask(NDManager manager, DataType type) {
    return once("mask-" + type, () -> create(manager, maskValues(), type, batch(), time));
  }

  /** Returns {@code (B, 1)}: 1 for rows with at least one step, 0 for empty ones. */
  public NDArray nonEmpty(NDManager manager, DataType type) {
    double[] flags = Arrays.stream(values).mapToDouble(n -> n > 0 ? 1 : 0).toArray();
    return once("non-empty-" + type, () -> create(manager, flags, type, batch(), 1));
  }

  /** Returns the lengths, at least 1 each, as {@code (B, 1)}: what a mean divides by. */
  public NDArray divisor(NDManager manager, DataType type) {
    double[] counts = Arrays.stream(values).mapToDouble(n -> Math.max(1, n)).toArray();
    return once("divisor-" + type, () -> create(manager, counts, type, batch(), 1));
  }

  /**
   * Returns INT64 {@code (B)}: for each row the index of its last real step among the {@code B * T}
   * rows of states reshaped to {@code (B * T, H)}; of an empty row, its first.
   */
  public NDArray lastRows(NDManager manager) {
    long[] index = new long[batch()];
    Arrays.setAll(index, row -> (long) row * time + Math.max(0, values[row] - 1));
    return once("last", () -> manager.create(index));
  }

  /**
   * Returns INT64 {@code (B * T)}: the order that reverses the real steps of each row of states
   * reshaped to {@code (B * T, H)} and leaves padding in place. It is its own inverse.
   */
  public NDArray reversedRows(NDManager manager) {
    return once("reversed", () -> manager.create(reversal()));
  }

  private long[] reversal() {
    long[] index = new long[batch() * time];
    for (int row = 0; row < batch(); row++) {
      for (int t = 0; t < time; t++) {
        int from = t < values[row] ? values[row] - 1 - t : t;
        index[row * time + t] = (long) row * time + from;
      }
    }
    return index;
  }

  private double[] maskValues() {
    double[] mask = new double[batch() * time];
    for (int row = 0; row < batch(); row++) {
      Arrays.fill(mask, row * time, row * time + values[row], 1);
    }
    return mask;
  }

  private NDArray once(String key, Supplier<NDArray> make) {
    return made.computeIfAbsent(key, k -> make.get());
  }

  private static NDArray create(
      NDManager manager, double[] values, DataType type, int rows, int columns) {
    Shape shape = new Shape(rows, columns);
    if (type == DataType.FLOAT64) {
      return manager.create(values, shape);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return manager.create(floats, shape);
  }

  @Override
  public String toString() {
    return "lengths " + Arrays.toString(values) + " of T = " + time;
  }
}
