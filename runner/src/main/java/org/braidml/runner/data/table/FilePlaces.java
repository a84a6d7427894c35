package org.braidml.runner.data.table;

import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lines of a file, looked up when first asked for: only messages need them. */
final class FilePlaces implements Places {

  private final String file;
  private final RowFormat format;
  private final int rows;
  private final BitSet without;
  private int @Nullable [] lines;

  FilePlaces(String file, RowFormat format, int rows, BitSet without) {
    this.without = without;
    this.file = file;
    this.format = format;
    this.rows = rows;
  }

  @Override
  public synchronized String where(int row) {
    int[] known = lines == null ? read() : lines;
    lines = known;
    return row < known.length ? file + ":" + known[row] : file + ", row " + (row + 1);
  }

  private int[] read() {
    try {
      int[] read = IntStream.of(format.lines()).filter(line -> !without.get(line)).toArray();
      return read.length == rows ? read : new int[0];
    } catch (IOException e) {
      return new int[0]; // the message then tells the row instead of the line
    }
  }
}
