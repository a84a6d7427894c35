package org.braidml.runner.data.table;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** What is packed by gzip or zstd, told by its first bytes, whatever its name. */
final class Packed {

  private static final int ROOM = 1 << 16;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  private Packed() {}

  /** Returns whether a file is packed. */
  static boolean is(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      byte[] first = bytes.readNBytes(ZSTANDARD.length);
      return begins(first, GZIP) || begins(first, ZSTANDARD);
    }
  }

  private static boolean begins(byte[] bytes, byte[] first) {
    return bytes.length >= first.length
        && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
  }

  /** Opens a file, unpacked if it is packed. */
  static InputStream open(Path path) throws IOException {
    return unpacked(Files.newInputStream(path));
  }

  /**
   * Returns bytes, unpacked if they are packed.
   *
   * @param packed the bytes; closed with the result, or if they cannot be unpacked
   */
  static InputStream unpacked(InputStream packed) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(packed, ROOM);
    try {
      bytes.mark(ZSTANDARD.length);
      byte[] first = bytes.readNBytes(ZSTANDARD.length);
      bytes.reset();
      if (begins(first, GZIP)) {
        return new BufferedInputStream(new GZIPInputStream(bytes, ROOM), ROOM);
      }
      return begins(first, ZSTANDARD)
          ? new BufferedInputStream(new ZstdInputStream(bytes), ROOM)
          : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /**
   * Writes a file, unpacked, into a new temporary file, which the caller deletes.
   *
   * @param most the most bytes that it may hold; more are an error
   */
  static Path copy(Path path, long most) throws IOException {
    Path copy = Files.createTempFile("braid-", ".unpacked");
    try (InputStream bytes = new BoundedStream(open(path), most)) {
      Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }
}
