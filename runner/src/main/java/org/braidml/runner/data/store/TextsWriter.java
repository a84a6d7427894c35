package org.braidml.runner.data.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects the texts of a column: small ones in the heap, large ones as UTF-8 in a file. Used by
 * one thread.
 */
public final class TextsWriter {

  /** From so many characters on they go to a file. */
  private static final long FEW = 1 << 23;

  /** So many lengths of texts in a file are in the heap, and more in another file. */
  private static final int FEW_LENGTHS = 1 << 12;

  /** Where a text begins is noted of each that comes after so many. */
  private static final int BLOCK = 1 << 6;

  private static final int MISSING = -1;

  private final HeapRoom room;
  private final long few;
  private final ArrayList<@Nullable String> heap = new ArrayList<>();
  private long characters;
  private int count;
  private @Nullable SpillFile file;
  private long taken;
  private boolean stays;
  private long[] starts = new long[0];
  private final NumbersWriter<int[]> lengths = new NumbersWriter<>(Primitive.INT, FEW_LENGTHS);

  /** Nothing yet, in room that other columns share. */
  public TextsWriter(HeapRoom room) {
    this(room, FEW);
  }

  /** A writer that keeps not more than so many characters in the heap. */
  TextsWriter(HeapRoom room, long few) {
    this.room = room;
    this.few = few;
  }

  /** Adds the text of the next row, null if it is missing. */
  public void add(@Nullable String text) {
    if (file != null) {
      spill(file, text);
      count++;
      return;
    }
    keep(text);
  }

  /** Adds the text of the next row, in UTF-8, as a part of an array that may change afterwards. */
  public void add(byte[] text, int from, int length) {
    if (file == null) {
      keep(new String(text, from, length, StandardCharsets.UTF_8));
      return;
    }
    spill(file, text, from, length);
    count++;
  }

  private void keep(@Nullable String text) {
    heap.add(text);
    count++;
    characters += 1 + (text == null ? 0 : text.length());
    long bytes = HeapRoom.ofText(text);
    taken += bytes;
    boolean full = !room.take(bytes) || characters > few;
    if (full && !stays) {
      stays = !room.takeFile();
      if (!stays) {
        spill();
      }
    }
  }

  private void spill() {
    SpillFile spilled = new SpillFile();
    count = 0;
    for (String kept : heap) {
      spill(spilled, kept);
      count++;
    }
    heap.clear();
    heap.trimToSize();
    room.give(taken);
    file = spilled;
  }

  private void spill(SpillFile to, @Nullable String text) {
    if (text == null) {
      place(to, MISSING);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      spill(to, bytes, 0, bytes.length);
    }
  }

  private void spill(SpillFile to, byte[] text, int from, int length) {
    place(to, length);
    to.add(text, from, length);
  }

  private void place(SpillFile to, int length) {
    if (count % BLOCK == 0) {
      int block = count / BLOCK;
      if (block == starts.length) {
        starts = Arrays.copyOf(starts, Math.max(BLOCK, block * 2));
      }
      starts[block] = to.size();
    }
    lengths.add(new int[] {length}, 1);
  }

  /** Forgets all; nothing can be added afterwards. */
  public void discard() {
    heap.clear();
    lengths.discard();
    if (file != null) {
      file.close();
    }
  }

  /** Returns how many there are. */
  public int size() {
    return count;
  }

  /** Returns the text of each row, null where missing; nothing can be added afterwards. */
  public IntFunction<@Nullable String> whole() {
    if (file == null) {
      @Nullable String[] kept = heap.toArray(new @Nullable String[0]);
      return row -> kept[row];
    }
    MappedFile mapped = file.mapped();
    Numbers<int[]> sizes = lengths.whole();
    long[] blocks = starts;
    return row -> {
      int before = row % BLOCK;
      int[] some = new int[before + 1];
      sizes.copy(row - before, some, 0, some.length);
      long from = blocks[row / BLOCK];
      for (int i = 0; i < before; i++) {
        from += Math.max(0, some[i]);
      }
      return text(mapped, from, some[before]);
    };
  }

  private static @Nullable String text(MappedFile mapped, long from, int length) {
    if (length == MISSING) {
      return null;
    }
    byte[] bytes = new byte[length];
    mapped.bytes(from, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
