package org.braidml.runner.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Writes numbers and texts one after another into a new file, with a sum over all of them at its
 * end. Each stands at a multiple of 8 bytes. {@link SectionReader} reads them in the same order.
 */
public final class SectionWriter implements AutoCloseable {

  private static final int CHUNK = 1 << 14;

  private final FileChannel channel;
  private final CRC32C sum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

  /** Opens a file, which must not exist. */
  public SectionWriter(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  }

  /** Writes a number. */
  public void number(long number) throws IOException {
    room(Long.BYTES);
    buffer.putLong(number);
  }

  /** Writes a text. */
  public void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    for (byte one : bytes) {
      room(1);
      buffer.put(one);
    }
    pad();
  }

  /** Writes numbers. */
  public void ints(int[] numbers) throws IOException {
    numbers(Primitive.INT, Numbers.of(numbers));
  }

  /** Writes numbers, bit for bit. */
  public void floats(float[] numbers) throws IOException {
    numbers(Primitive.FLOAT, Numbers.of(numbers));
  }

  /** Writes numbers, bit for bit. */
  public <A> void numbers(Primitive<A> type, Numbers<A> numbers) throws IOException {
    number(numbers.size());
    A some = type.array().apply(CHUNK);
    for (long first = 0; first < numbers.size(); first += CHUNK) {
      int count = (int) Math.min(CHUNK, numbers.size() - first);
      numbers.copy(first, some, 0, count);
      room(count * type.bytes());
      type.putting().put(some, 0, buffer, count);
      buffer.position(buffer.position() + count * type.bytes());
    }
    pad();
  }

  /** Writes numbers. */
  public void longs(long[] numbers) throws IOException {
    number(numbers.length);
    for (long one : numbers) {
      number(one);
    }
  }

  private void pad() throws IOException {
    while (buffer.position() % Long.BYTES != 0) {
      room(1);
      buffer.put((byte) 0);
    }
  }

  private void room(int needed) throws IOException {
    if (buffer.remaining() < needed) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    sum.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Writes the sum and has the system write all to disk. */
  public void finish() throws IOException {
    flush();
    number(sum.getValue());
    flush();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
