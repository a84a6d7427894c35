package org.braidml.runner.data.store;

import org.jspecify.annotations.Nullable;

/**
 * Collects numbers: few in the heap, many in a file. Used by one thread.
 *
 * @param <A> arrays of such numbers
 */
public final class NumbersWriter<A> {

  /** From so many on they go to a file. */
  public static final int FEW = 1 << 22;

  private static final int LEAST = 1 << 10;

  private final Primitive<A> type;
  private final int few;
  private int room;
  private A heap;
  private int count;
  private @Nullable SpillFile file;

  /** Nothing yet. */
  public NumbersWriter(Primitive<A> type) {
    this(type, FEW);
  }

  /** A writer that keeps not more than so many in the heap. */
  public NumbersWriter(Primitive<A> type, int few) {
    this.type = type;
    this.few = few;
    this.heap = type.array().apply(0);
  }

  /** Adds the first numbers of an array. */
  public void add(A numbers, int size) {
    if (file == null && (long) count + size > few) {
      file = new SpillFile();
      file.add(type, heap, count);
      heap = type.array().apply(0);
    }
    if (file != null) {
      file.add(type, numbers, size);
      return;
    }
    if (count + size > room) {
      room = (int) Math.min(few, Math.max(Math.max(LEAST, count + size), room * 2L));
      A larger = type.array().apply(room);
      System.arraycopy(heap, 0, larger, 0, count);
      heap = larger;
    }
    System.arraycopy(numbers, 0, heap, count, size);
    count += size;
  }

  /** Forgets all; nothing can be added afterwards. */
  public void discard() {
    if (file != null) {
      file.close();
    }
  }

  /** Returns all; nothing can be added afterwards. */
  public Numbers<A> whole() {
    if (file != null) {
      return new MappedNumbers<>(type, file.mapped(), file.size() / type.bytes());
    }
    A kept = heap;
    if (count < room) {
      kept = type.array().apply(count);
      System.arraycopy(heap, 0, kept, 0, count);
    }
    return new HeapNumbers<>(kept, count);
  }
}
