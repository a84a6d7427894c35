package org.braidml.runner.data.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects the texts of a column: small ones in the heap, large ones as UTF-8 in a file. Used by
 * one thread.
 */
public final class TextsWriter {

  /** From so many characters on they go to a file. */
  private static final long FEW = 1 << 23;

  private static final int MISSING = -1;

  private final long few;
  private final List<@Nullable String> heap = new ArrayList<>();
  private long characters;
  private int count;
  private @Nullable SpillFile file;
  private long[] starts = new long[0];
  private int[] lengths = new int[0];

  /** Nothing yet. */
  public TextsWriter() {
    this(FEW);
  }

  /** A writer that keeps not more than so many characters in the heap. */
  public TextsWriter(long few) {
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
    characters += text == null ? 1 : 1 + text.length();
    if (characters > few) {
      SpillFile spilled = new SpillFile();
      starts = new long[heap.size() * 2];
      lengths = new int[heap.size() * 2];
      count = 0;
      for (String kept : heap) {
        spill(spilled, kept);
        count++;
      }
      heap.clear();
      file = spilled;
    }
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
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    starts[count] = to.size();
    lengths[count] = length;
  }

  /** Forgets all; nothing can be added afterwards. */
  public void discard() {
    heap.clear();
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
    long[] from = Arrays.copyOf(starts, count);
    int[] sizes = Arrays.copyOf(lengths, count);
    return row -> text(mapped, from[row], sizes[row]);
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
