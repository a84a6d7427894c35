package org.braidml.runner.data.store;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;

/**
 * What numbers of one kind are in arrays and in bytes.
 *
 * @param bytes how many bytes a number takes
 * @param array makes an array of so many
 * @param putting copies from an array into bytes
 * @param getting copies from bytes into an array
 * @param <A> the arrays
 */
public record Primitive<A>(
    int bytes, IntFunction<A> array, Putting<A> putting, Getting<A> getting) {

  /** Whole numbers of 32 bits. */
  public static final Primitive<int[]> INT =
      new Primitive<>(
          Integer.BYTES,
          int[]::new,
          (from, first, to, count) -> to.asIntBuffer().put(from, first, count),
          (from, first, to, at, count) -> from.asIntBuffer().get(first, to, at, count));

  /** Numbers of 32 bits, which are copied bit for bit. */
  public static final Primitive<float[]> FLOAT =
      new Primitive<>(
          Float.BYTES,
          float[]::new,
          (from, first, to, count) -> to.asFloatBuffer().put(from, first, count),
          (from, first, to, at, count) -> from.asFloatBuffer().get(first, to, at, count));

  /** Numbers of 64 bits, which are copied bit for bit. */
  public static final Primitive<double[]> DOUBLE =
      new Primitive<>(
          Double.BYTES,
          double[]::new,
          (from, first, to, count) -> to.asDoubleBuffer().put(from, first, count),
          (from, first, to, at, count) -> from.asDoubleBuffer().get(first, to, at, count));

  /** Copies from an array into bytes. */
  @FunctionalInterface
  interface Putting<A> {

    /** Copies so many from the first on to the position of the bytes, which stays. */
    void put(A from, int first, ByteBuffer to, int count);
  }

  /** Copies from bytes into an array. */
  @FunctionalInterface
  interface Getting<A> {

    /** Copies so many from the first on, counted in numbers from the position of the bytes. */
    void get(ByteBuffer from, int first, A to, int at, int count);
  }
}
