package org.braidml.runner.data.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of which there may be so many and no more: the next one is an error. */
final class BoundedStream extends FilterInputStream {

  private final long most;
  private long read;

  /**
   * Bytes.
   *
   * @param bytes them; closed with this stream
   * @param most how many there may be
   */
  BoundedStream(InputStream bytes, long most) {
    super(bytes);
    this.most = most;
  }

  /** Returns how many were read. */
  long count() {
    return read;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    counted(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int some = super.read(to, from, length);
    counted(Math.max(0, some));
    return some;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long some = super.skip(bytes);
    counted(some);
    return some;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(long some) throws IOException {
    read += some;
    if (read > most) {
      throw new IOException("unpacked, it holds more than %,d bytes".formatted(most));
    }
  }
}
