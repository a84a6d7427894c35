package org.braidml.runner.data.store;

/**
 * Numbers in the heap.
 *
 * @param numbers an array that begins with them
 * @param size how many there are
 */
record HeapNumbers<A>(A numbers, long size) implements Numbers<A> {

  @Override
  public void copy(long first, A to, int at, int count) {
    System.arraycopy(numbers, (int) first, to, at, count);
  }
}
