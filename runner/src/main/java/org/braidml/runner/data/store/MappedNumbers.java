package org.braidml.runner.data.store;

/**
 * Numbers in a mapped file.
 *
 * @param type what they are
 * @param file the file, which begins with them
 * @param size how many there are
 */
record MappedNumbers<A>(Primitive<A> type, MappedFile file, long size) implements Numbers<A> {

  @Override
  public void copy(long first, A to, int at, int count) {
    file.numbers(type, first, to, at, count);
  }
}
