package org.braidml.runner.data.store;

/** Whole numbers in the heap. */
record HeapInts(int[] numbers) implements Ints {

  @Override
  public long size() {
    return numbers.length;
  }

  @Override
  public void copy(long first, int[] to, int at, int count) {
    System.arraycopy(numbers, (int) first, to, at, count);
  }
}
