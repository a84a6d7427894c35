package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Arrays in the public safetensors format: eight bytes with the length of a JSON header, the
 * header, then the numbers, little-endian, in row-major order. Files can be read by Python's {@code
 * safetensors}, and the reverse; reading runs no code.
 *
 * <p>FLOAT64, FLOAT32, FLOAT16, INT64, INT32, INT8, UINT8 and BOOLEAN.
 */
public final class Safetensors {

  private Safetensors() {}

  /**
   * Writes a file: the same bytes for the same arrays and metadata, sorted by name. It is written
   * beside, forced to disk, and moved into place at once, so that no reader sees half a file.
   *
   * @param file replaced if it exists
   * @param arrays by name; stay the caller's
   * @param metadata texts by name, may be empty
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Map<String, NDArray> arrays, Map<String, String> metadata)
      throws IOException {
    SortedMap<String, NDArray> sorted = new TreeMap<>(arrays);
    Path absolute = file.toAbsolutePath();
    Path aside = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      try (FileChannel out =
          FileChannel.open(
              aside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeAll(out, SafetensorsHeader.encode(sorted, new TreeMap<>(metadata)));
        for (NDArray array : sorted.values()) {
          writeAll(out, array.toByteBuffer());
        }
        out.force(true);
      }
      Files.move(
          aside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void writeAll(FileChannel out, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }

  /**
   * Reads a file.
   *
   * @param file in the safetensors format
   * @param manager owns the arrays
   * @return by name, in the order of the file
   * @throws IOException if the file is truncated, altered or not of this format; names what is
   *     wrong
   */
  public static Map<String, NDArray> read(Path file, NDManager manager) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      SafetensorsHeader header = SafetensorsHeader.read(in, file);
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      for (SafetensorsHeader.Entry entry : header.entries()) {
        ByteBuffer data = ByteBuffer.allocateDirect(entry.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        SafetensorsHeader.fill(in, data, header.dataStart() + entry.begin(), file);
        arrays.put(entry.name(), manager.create(data, entry.shape(), entry.type()));
      }
      return arrays;
    }
  }

  /**
   * Reads the metadata of a file.
   *
   * @throws IOException if the file is truncated, altered or not of this format
   */
  public static Map<String, String> metadata(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return SafetensorsHeader.read(in, file).metadata();
    }
  }
}
