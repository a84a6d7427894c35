package org.braidml.runner.data.split;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/**
 * Validation and test rows whose inputs all equal those of a training row: a model may know them by
 * heart.
 *
 * @param validation how many validation rows
 * @param test how many test rows
 */
public record SharedRows(int validation, int test) {

  /** Counts them. */
  public static SharedRows of(Table table, Set<String> inputs, Split split) {
    Known known = new Known(inputs.stream().map(table::column).toList(), split.train());
    return new SharedRows(known.count(split.validation()), known.count(split.test()));
  }

  /**
   * Training rows by a hash of their inputs: the inputs themselves are looked up when it is met.
   */
  private static final class Known {

    private final List<Column> columns;
    private final int[] train;
    private final int[] heads;
    private final int[] next;
    private final int[] hashes;
    private final int mask;

    Known(List<Column> columns, int[] train) {
      this.columns = columns;
      this.train = train;
      int size = Integer.highestOneBit(Math.max(1, Math.min(train.length, 1 << 29))) * 2;
      heads = new int[size];
      next = new int[train.length];
      mask = size - 1;
      hashes = IntStream.of(train).parallel().map(this::hash).toArray();
      for (int i = 0; i < train.length; i++) {
        int place = hashes[i] & mask;
        next[i] = heads[place];
        heads[place] = i + 1;
      }
    }

    private int hash(int row) {
      int hash = 1;
      for (Column column : columns) {
        hash = 31 * hash + Objects.hashCode(column.get(row));
      }
      return hash ^ hash >>> 16;
    }

    int count(int[] rows) {
      return (int) IntStream.of(rows).parallel().filter(this::contains).count();
    }

    private boolean contains(int row) {
      int hash = hash(row);
      for (int i = heads[hash & mask]; i > 0; i = next[i - 1]) {
        if (hashes[i - 1] == hash && equal(row, train[i - 1])) {
          return true;
        }
      }
      return false;
    }

    private boolean equal(int row, int other) {
      return columns.stream().allMatch(c -> Objects.equals(c.get(row), c.get(other)));
    }
  }

  /** Returns what to tell the user, if there are any. */
  public Optional<String> warning() {
    return validation + test == 0
        ? Optional.empty()
        : Optional.of(
            validation
                + " validation and "
                + test
                + " test rows have the same inputs as a training row: their scores may flatter");
  }
}
