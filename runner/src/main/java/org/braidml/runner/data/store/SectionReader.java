package org.braidml.runner.data.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads what {@link SectionWriter} wrote, in the same order. */
public final class SectionReader implements AutoCloseable {

  private final FileChannel channel;
  private final int few;
  private final MappedFile file;
  private final long end;
  private long at;

  /**
   * Opens a file and checks the sum over it.
   *
   * @throws IOException if it cannot be read, or is not whole
   */
  public SectionReader(Path path) throws IOException {
    this(path, NumbersWriter.FEW);
  }

  /** A reader that leaves numbers in the file from so many on. */
  public SectionReader(Path path, int few) throws IOException {
    this.few = few;
    channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      long size = channel.size();
      end = size - Long.BYTES;
      if (end < 0 || size % Long.BYTES != 0) {
        throw new IOException(path + " is cut off");
      }
      file = MappedFile.of(channel, 0, size);
      at = end;
      if (longs(1)[0] != file.sum(end)) {
        throw new IOException(path + " is damaged");
      }
      at = 0;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Reads a number. */
  public long number() throws IOException {
    return longs(1)[0];
  }

  /** Reads how many of something there are. */
  public int count() throws IOException {
    long count = number();
    if (count < 0 || count > end) {
      throw new IOException("not a count: " + count);
    }
    return (int) count;
  }

  /** Reads a text. */
  public String text() throws IOException {
    byte[] bytes = new byte[count()];
    require(bytes.length);
    file.bytes(at, bytes);
    skip(bytes.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Reads numbers into the heap. */
  public int[] ints() throws IOException {
    return array(Primitive.INT);
  }

  /** Reads numbers into the heap, bit for bit. */
  public float[] floats() throws IOException {
    return array(Primitive.FLOAT);
  }

  private <A> A array(Primitive<A> type) throws IOException {
    int count = count();
    long bytes = (long) count * type.bytes();
    require(bytes);
    A numbers = type.array().apply(count);
    file.numbers(type, at / type.bytes(), numbers, 0, count);
    skip(bytes);
    return numbers;
  }

  /** Reads numbers, of which many stay in the file. */
  public <A> Numbers<A> numbers(Primitive<A> type) throws IOException {
    long before = at;
    long size = number();
    if (size < few) {
      at = before;
      return new HeapNumbers<>(array(type), size);
    }
    require(size * type.bytes());
    MappedFile part = MappedFile.of(channel, at, size * type.bytes());
    skip(size * type.bytes());
    return new MappedNumbers<>(type, part, size);
  }

  /** Reads numbers. */
  public long[] longs() throws IOException {
    return longs(count());
  }

  private long[] longs(int count) throws IOException {
    require(at == end ? 0 : (long) count * Long.BYTES);
    int[] halves = new int[Math.multiplyExact(count, 2)];
    file.numbers(Primitive.INT, at / Integer.BYTES, halves, 0, halves.length);
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (halves[2 * i] & 0xFFFFFFFFL) | ((long) halves[2 * i + 1] << Integer.SIZE);
    }
    skip((long) count * Long.BYTES);
    return numbers;
  }

  private void require(long bytes) throws IOException {
    if (bytes < 0 || at + bytes > end) {
      throw new IOException("the file ends too early");
    }
  }

  private void skip(long bytes) {
    at += (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
