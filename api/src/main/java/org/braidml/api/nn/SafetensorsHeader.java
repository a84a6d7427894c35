package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JSON header of a safetensors file: read with every claim checked against the file. */
record SafetensorsHeader(long dataStart, List<Entry> entries, Map<String, String> metadata) {

  private static final String METADATA = "__metadata__";
  private static final long MAX_HEADER = 100_000_000;
  private static final Map<DataType, String> NAMES =
      Map.of(
          DataType.FLOAT64, "F64",
          DataType.FLOAT32, "F32",
          DataType.FLOAT16, "F16",
          DataType.INT64, "I64",
          DataType.INT32, "I32",
          DataType.INT8, "I8",
          DataType.UINT8, "U8",
          DataType.BOOLEAN, "BOOL");

  /** One array: where its bytes stand after the header. */
  record Entry(String name, DataType type, Shape shape, long begin, long end) {
    int bytes() {
      return (int) (end - begin);
    }
  }

  /**
   * Encodes the eight bytes of length and the header, padded with blanks to a multiple of eight.
   */
  static ByteBuffer encode(SortedMap<String, NDArray> arrays, SortedMap<String, String> metadata) {
    List<String> parts = new ArrayList<>();
    if (!metadata.isEmpty()) {
      parts.add(
          metadata.entrySet().stream()
              .map(
                  e ->
                      ConfigUtil.quoteString(e.getKey())
                          + ":"
                          + ConfigUtil.quoteString(e.getValue()))
              .collect(Collectors.joining(",", "\"" + METADATA + "\":{", "}")));
    }
    long offset = 0;
    for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
      NDArray array = entry.getValue();
      String type = NAMES.get(array.getDataType());
      if (type == null || entry.getKey().equals(METADATA)) {
        throw new IllegalArgumentException(
            entry.getKey() + " of type " + array.getDataType() + " cannot be saved");
      }
      long end = offset + array.size() * array.getDataType().getNumOfBytes();
      String shape =
          Arrays.stream(array.getShape().getShape())
              .mapToObj(Long::toString)
              .collect(Collectors.joining(",", "[", "]"));
      parts.add(
          ConfigUtil.quoteString(entry.getKey())
              + ":{\"dtype\":\""
              + type
              + "\",\"shape\":"
              + shape
              + ",\"data_offsets\":["
              + offset
              + ","
              + end
              + "]}");
      offset = end;
    }
    byte[] json = ("{" + String.join(",", parts) + "}").getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer buffer = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(padded).put(json);
    while (buffer.hasRemaining()) {
      buffer.put((byte) ' ');
    }
    return buffer.flip();
  }

  static SafetensorsHeader read(FileChannel in, Path file) throws IOException {
    long size = in.size();
    ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    fill(in, length, 0, file);
    long bytes = length.getLong(0);
    if (bytes < 2 || bytes > MAX_HEADER || bytes > size - 8) {
      throw broken(file, "a header of " + bytes + " bytes cannot be in a file of " + size, null);
    }
    ByteBuffer json = ByteBuffer.allocate((int) bytes);
    fill(in, json, 8, file);
    ConfigObject root = parse(json.array(), file);
    Map<String, String> metadata = new TreeMap<>();
    List<Entry> entries = new ArrayList<>();
    for (String name : root.keySet()) {
      if (!(root.get(name) instanceof ConfigObject object)) {
        throw broken(file, "\"" + name + "\" is not an object", null);
      }
      if (name.equals(METADATA)) {
        object.unwrapped().forEach((key, text) -> metadata.put(key, String.valueOf(text)));
      } else {
        entries.add(entry(name, object, file));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    requireGapless(entries, size - 8 - bytes, file);
    return new SafetensorsHeader(8 + bytes, entries, metadata);
  }

  private static ConfigObject parse(byte[] json, Path file) throws IOException {
    try {
      return ConfigFactory.parseString(
              new String(json, StandardCharsets.UTF_8),
              ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))
          .root();
    } catch (ConfigException e) {
      throw broken(file, "its header is not JSON", e);
    }
  }

  private static Entry entry(String name, ConfigObject object, Path file) throws IOException {
    try {
      var config = object.toConfig();
      String typeName = config.getString("dtype");
      DataType type =
          NAMES.entrySet().stream()
              .filter(e -> e.getValue().equals(typeName))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null);
      List<Long> offsets = config.getLongList("data_offsets");
      long[] dimensions = config.getLongList("shape").stream().mapToLong(Long::longValue).toArray();
      if (type == null) {
        throw broken(file, "\"" + name + "\" has unknown dtype " + typeName, null);
      }
      if (offsets.size() != 2 || Arrays.stream(dimensions).anyMatch(d -> d < 0)) {
        throw broken(file, "\"" + name + "\" has no valid shape and offsets", null);
      }
      long expected = type.getNumOfBytes();
      for (long dimension : dimensions) {
        expected = Math.multiplyExact(expected, dimension);
      }
      long given = Math.subtractExact(offsets.get(1), offsets.get(0));
      if (expected != given || offsets.get(0) < 0 || given > Integer.MAX_VALUE) {
        throw broken(
            file, "\"" + name + "\" needs " + expected + " bytes and has offsets " + offsets, null);
      }
      return new Entry(name, type, new Shape(dimensions), offsets.get(0), offsets.get(1));
    } catch (ConfigException | ArithmeticException e) {
      throw broken(file, "\"" + name + "\" has no valid dtype, shape and offsets", e);
    }
  }

  private static void requireGapless(List<Entry> entries, long data, Path file) throws IOException {
    long end = 0;
    for (Entry entry : entries) {
      if (entry.begin() != end) {
        throw broken(
            file, "\"" + entry.name() + "\" begins at " + entry.begin() + ", not at " + end, null);
      }
      end = entry.end();
    }
    if (end != data) {
      throw broken(file, "its header tells of " + end + " bytes of numbers, it has " + data, null);
    }
  }

  /** Fills a buffer from a position on, and flips it. */
  static void fill(FileChannel in, ByteBuffer buffer, long position, Path file) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int count = in.read(buffer, at);
      if (count < 0) {
        throw broken(file, "it ends at byte " + in.size(), null);
      }
      at += count;
    }
    buffer.flip();
  }

  private static IOException broken(Path file, String what, @Nullable Throwable cause) {
    return new IOException(
        file + " is not a whole safetensors file: " + what + "; it is truncated or was altered",
        cause);
  }
}
