package org.braidml.runner.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A part of a file, mapped into memory: the system keeps of it what fits. Read by any number of
 * threads; unmapped when nothing refers to it any more. Numbers are little-endian.
 */
public final class MappedFile {

  /** How much is mapped as one; a multiple of the size of a number. */
  private static final long SEGMENT = 1 << 30;

  private final ByteBuffer[] segments;

  private MappedFile(ByteBuffer[] segments) {
    this.segments = segments;
  }

  /**
   * Maps a part of a file.
   *
   * @param channel the file, which may be closed and removed afterwards
   * @param from where the part begins
   * @param bytes how long it is
   */
  public static MappedFile of(FileChannel channel, long from, long bytes) throws IOException {
    ByteBuffer[] segments = new ByteBuffer[(int) ((bytes + SEGMENT - 1) / SEGMENT)];
    for (int i = 0; i < segments.length; i++) {
      long at = i * SEGMENT;
      segments[i] =
          channel
              .map(FileChannel.MapMode.READ_ONLY, from + at, Math.min(SEGMENT, bytes - at))
              .order(ByteOrder.LITTLE_ENDIAN);
    }
    return new MappedFile(segments);
  }

  /** Returns how many bytes there are. */
  long size() {
    return Arrays.stream(segments).mapToLong(ByteBuffer::capacity).sum();
  }

  /** Returns the sum (CRC-32C) of the first bytes. */
  long sum(long bytes) {
    CRC32C sum = new CRC32C();
    for (int i = 0; i < segments.length; i++) {
      long most = Math.max(0, Math.min(segments[i].capacity(), bytes - i * SEGMENT));
      sum.update(segments[i].slice(0, (int) most));
    }
    return sum.getValue();
  }

  /** Copies bytes from a place on until the array is full. */
  void bytes(long at, byte[] to) {
    int done = 0;
    while (done < to.length) {
      int segment = (int) ((at + done) / SEGMENT);
      int place = (int) ((at + done) % SEGMENT);
      int count = (int) Math.min(to.length - done, SEGMENT - place);
      segments[segment].get(place, to, done, count);
      done += count;
    }
  }

  /**
   * Copies numbers.
   *
   * @param type what they are
   * @param first the first of them, counted from the beginning of the part
   * @param to takes them
   * @param at where the first of them goes
   * @param count how many
   */
  <A> void numbers(Primitive<A> type, long first, A to, int at, int count) {
    long size = SEGMENT / type.bytes();
    int done = 0;
    while (done < count) {
      int segment = (int) ((first + done) / size);
      int place = (int) ((first + done) % size);
      int some = (int) Math.min(count - done, size - place);
      type.getting().get(segments[segment], place, to, at + done, some);
      done += some;
    }
  }
}
