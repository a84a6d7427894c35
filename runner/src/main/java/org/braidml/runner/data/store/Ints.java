package org.braidml.runner.data.store;

/** Whole numbers, one after another, in the heap or in a mapped file. Immutable. */
public sealed interface Ints permits HeapInts, MappedInts {

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
  void copy(long first, int[] to, int at, int count);

  /** Numbers in the heap; the array is not copied. */
  static Ints of(int[] numbers) {
    return new HeapInts(numbers);
  }

  /**
   * Numbers in a file.
   *
   * @param file the file, which holds nothing else
   * @param size how many there are
   */
  static Ints of(MappedFile file, long size) {
    return new MappedInts(file, size);
  }
}
