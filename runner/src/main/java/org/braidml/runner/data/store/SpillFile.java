package org.braidml.runner.data.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file that grows by what is added to it, until it is mapped. It has no name that
 * lasts: the system frees its room when the process ends, however it ends. Used by one thread.
 */
final class SpillFile implements AutoCloseable {

  /** Small, for a wide table has a file a column. */
  private static final int BUFFER = 1 << 15;

  private final Path path;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long size;

  SpillFile() {
    try {
      path = Files.createTempFile("braid-", ".prepared");
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many bytes were added. */
  long size() {
    return size;
  }

  void add(byte[] bytes, int from, int length) {
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, room(1));
      buffer.put(bytes, from + done, count);
      done += count;
    }
    size += length;
  }

  <A> void add(Primitive<A> type, A numbers, int count) {
    int done = 0;
    while (done < count) {
      int some = Math.min(count - done, room(type.bytes()) / type.bytes());
      type.putting().put(numbers, done, buffer, some);
      buffer.position(buffer.position() + some * type.bytes());
      done += some;
    }
    size += (long) count * type.bytes();
  }

  private int room(int needed) {
    if (buffer.remaining() < needed) {
      flush();
    }
    return buffer.remaining();
  }

  private void flush() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw new UncheckedIOException("no room for prepared data in " + path.getParent(), e);
    }
  }

  /** Returns all that was added; nothing can be added afterwards. */
  MappedFile mapped() {
    flush();
    try {
      return MappedFile.of(channel, 0, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
