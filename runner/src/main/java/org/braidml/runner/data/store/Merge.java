package org.braidml.runner.data.store;

import java.util.List;

/** Sorted numbers made of several runs of sorted numbers. */
final class Merge {

  private static final int CHUNK = 1 << 12;

  /** Runs that are not at their end, each not above those at twice its place, and one after. */
  private final Cursor[] tree;

  private int size;

  private Merge(List<Cursor> runs) {
    tree = runs.stream().filter(Cursor::next).toArray(Cursor[]::new);
    size = tree.length;
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  /** Returns the numbers of all runs in ascending order. */
  static Numbers<double[]> of(List<Cursor> runs) {
    return new Merge(runs).merged();
  }

  private Numbers<double[]> merged() {
    NumbersWriter<double[]> all = new NumbersWriter<>(Primitive.DOUBLE);
    double[] some = new double[CHUNK];
    int count = 0;
    while (size > 0) {
      Cursor least = tree[0];
      some[count++] = least.number;
      if (count == CHUNK) {
        all.add(some, count);
        count = 0;
      }
      if (!least.next()) {
        tree[0] = tree[--size];
      }
      sink(0);
    }
    all.add(some, count);
    return all.whole();
  }

  private void sink(int from) {
    int place = from;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && tree[child + 1].isBefore(tree[child])) {
        child++;
      }
      if (!tree[child].isBefore(tree[place])) {
        return;
      }
      Cursor lower = tree[child];
      tree[child] = tree[place];
      tree[place] = lower;
      place = child;
    }
  }

  /** A place in a run. */
  static final class Cursor {

    private final Numbers<double[]> numbers;
    private final double[] chunk;
    private long place;
    private long left;
    private int at;
    private int filled;
    private double number;

    /** A place before the first number of a run. */
    Cursor(Numbers<double[]> numbers, long first, long count) {
      this.numbers = numbers;
      this.place = first;
      this.left = count;
      this.chunk = new double[(int) Math.min(CHUNK, count)];
    }

    /** Goes on to the next number; returns false at the end. */
    private boolean next() {
      if (at == filled) {
        filled = (int) Math.min(chunk.length, left);
        numbers.copy(place, chunk, 0, filled);
        place += filled;
        left -= filled;
        at = 0;
      }
      if (filled == 0) {
        return false;
      }
      number = chunk[at++];
      return true;
    }

    private boolean isBefore(Cursor other) {
      return Double.compare(number, other.number) < 0;
    }
  }
}
