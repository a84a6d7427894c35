package org.braidml.runner.data.store;

/**
 * Numbers, one after another, in the heap or in a mapped file. Immutable.
 *
 * @param <A> arrays of such numbers
 */
public sealed interface Numbers<A> permits HeapNumbers, MappedNumbers {

  /** Returns how many there are. */
  long size();

  /**
   * Copies some of them.
   *
   * @param first the first to copy
   * @param to takes them
   * @param at where the first of them goes
   * @param count how many
   */
  void copy(long first, A to, int at, int count);

  /** Numbers in the heap; the array is not copied. */
  static Numbers<int[]> of(int... numbers) {
    return new HeapNumbers<>(numbers, numbers.length);
  }

  /** Numbers in the heap; the array is not copied. */
  static Numbers<float[]> of(float... numbers) {
    return new HeapNumbers<>(numbers, numbers.length);
  }

  /** Numbers in the heap; the array is not copied. */
  static Numbers<double[]> of(double... numbers) {
    return new HeapNumbers<>(numbers, numbers.length);
  }
}
