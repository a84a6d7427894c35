package org.braidml.runner.data.store;

/** Whole numbers in a mapped file. */
record MappedInts(MappedFile file, long size) implements Ints {

  @Override
  public void copy(long first, int[] to, int at, int count) {
    file.ints(first, to, at, count);
  }
}
