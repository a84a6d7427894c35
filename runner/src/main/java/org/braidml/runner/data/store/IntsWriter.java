package org.braidml.runner.data.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects whole numbers: few in the heap, many in a file. Used by one thread. */
public final class IntsWriter {

  /** From so many on they go to a file. */
  private static final int FEW = 1 << 22;

  private final int few;
  private int[] heap = new int[1 << 10];
  private int count;
  private @Nullable SpillFile file;

  /** Nothing yet. */
  public IntsWriter() {
    this(FEW);
  }

  /** A writer that keeps not more than so many in the heap. */
  public IntsWriter(int few) {
    this.few = few;
  }

  /** Adds the first numbers of an array. */
  public void add(int[] numbers, int size) {
    if (file == null && (long) count + size > few) {
      file = new SpillFile();
      file.add(heap, count);
      heap = new int[0];
    }
    if (file != null) {
      file.add(numbers, size);
      return;
    }
    if (count + size > heap.length) {
      heap = Arrays.copyOf(heap, Math.max(count + size, heap.length * 2));
    }
    System.arraycopy(numbers, 0, heap, count, size);
    count += size;
  }

  /** Returns all; nothing can be added afterwards. */
  public Ints whole() {
    return file == null
        ? Ints.of(Arrays.copyOf(heap, count))
        : Ints.of(file.mapped(), file.size() / Integer.BYTES);
  }
}
