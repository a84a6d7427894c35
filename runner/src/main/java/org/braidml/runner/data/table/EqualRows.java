package org.braidml.runner.data.table;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds rows that equal others in some columns, by hashes: no value is kept. */
public final class EqualRows {

  private final List<Column> columns;
  private final int[] known;
  private final int[] hashes;
  private final int[] heads;
  private final int[] next;

  /**
   * Takes the rows that others may equal.
   *
   * @param table the rows
   * @param names the columns that count
   * @param known which rows, in order
   */
  public EqualRows(Table table, Set<String> names, int[] known) {
    this.columns = names.stream().map(table::column).toList();
    this.known = known.clone();
    this.hashes = IntStream.of(known).parallel().map(this::hash).toArray();
    this.heads = new int[Integer.highestOneBit(Math.max(1, Math.min(known.length, 1 << 29))) * 2];
    this.next = new int[known.length];
    for (int place = known.length - 1; place >= 0; place--) { // the first is to be met first
      int head = hashes[place] & heads.length - 1;
      next[place] = heads[head];
      heads[head] = place + 1;
    }
  }

  /**
   * Returns for each of some rows the place of the first known row that equals it, or -1 if none
   * does; a known row equals itself.
   */
  public int[] first(int[] rows) {
    return IntStream.of(rows).parallel().map(this::first).toArray();
  }

  private int first(int row) {
    int hash = hash(row);
    for (int i = heads[hash & heads.length - 1]; i > 0; i = next[i - 1]) {
      if (hashes[i - 1] == hash && areEqual(row, known[i - 1])) {
        return i - 1;
      }
    }
    return -1;
  }

  private boolean areEqual(int row, int other) {
    return row == other || columns.stream().allMatch(column -> column.areEqual(row, other));
  }

  private int hash(int row) {
    int hash = 1;
    for (Column column : columns) {
      hash = 31 * hash + column.hashOf(row);
    }
    return hash ^ hash >>> 16;
  }
}
