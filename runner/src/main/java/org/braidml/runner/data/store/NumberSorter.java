package org.braidml.runner.data.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the numbers of several columns, each by itself: few in the heap, many as sorted runs in a
 * file that are merged. Used by one thread.
 */
public final class NumberSorter {

  /** However many columns there are, each keeps so many in the heap. */
  private static final int LEAST = 1 << 8;

  private final int most;
  private final double[][] heap;
  private final int[] counts;
  private final List<List<Run>> runs;
  private @Nullable SpillFile file;
  private @Nullable MappedFile mapped;

  /** Nothing yet. */
  public NumberSorter(int columns) {
    this(columns, NumbersWriter.FEW);
  }

  /** A sorter that keeps about so many in the heap, of all columns together. */
  public NumberSorter(int columns, int few) {
    most = Math.max(LEAST, few / Math.max(1, columns));
    heap = new double[columns][0];
    counts = new int[columns];
    runs = Stream.<List<Run>>generate(ArrayList::new).limit(columns).toList();
  }

  /** Returns how many columns there are. */
  public int columns() {
    return counts.length;
  }

  /** Adds a number, which is not NaN, to a column. */
  public void add(int column, double number) {
    int count = counts[column];
    if (count == heap[column].length) {
      if (count == most) {
        spill(column);
        count = 0;
      } else {
        heap[column] =
            Arrays.copyOf(heap[column], (int) Math.min(most, Math.max(LEAST, count * 2L)));
      }
    }
    heap[column][count] = number;
    counts[column] = count + 1;
  }

  private void spill(int column) {
    if (file == null) {
      file = new SpillFile();
    }
    Arrays.sort(heap[column], 0, counts[column]);
    runs.get(column).add(new Run(file.size() / Double.BYTES, counts[column]));
    file.add(Primitive.DOUBLE, heap[column], counts[column]);
  }

  /**
   * Returns the numbers of a column in ascending order, -0 before 0; asked once for each column.
   * Nothing can be added afterwards.
   */
  public Numbers<double[]> sorted(int column) {
    if (file != null && mapped == null) {
      mapped = file.mapped();
    }
    double[] rest = Arrays.copyOf(heap[column], counts[column]);
    heap[column] = new double[0];
    Arrays.sort(rest);
    if (mapped == null || runs.get(column).isEmpty()) {
      return Numbers.of(rest);
    }
    Numbers<double[]> all =
        new MappedNumbers<>(Primitive.DOUBLE, mapped, mapped.size() / Double.BYTES);
    List<Merge.Cursor> cursors = new ArrayList<>();
    runs.get(column).forEach(run -> cursors.add(new Merge.Cursor(all, run.first(), run.count())));
    cursors.add(new Merge.Cursor(Numbers.of(rest), 0, rest.length));
    return Merge.of(cursors);
  }

  /** Where sorted numbers stand in the file. */
  private record Run(long first, int count) {}
}
