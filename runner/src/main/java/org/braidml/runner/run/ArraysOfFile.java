package org.braidml.runner.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The FLOAT32 arrays of a safetensors file, read without an engine. */
final class ArraysOfFile {

  private static final int LENGTH_BYTES = 8;

  private ArraysOfFile() {}

  static Map<String, ByteBuffer> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) bytes.getLong(0);
    String json = new String(bytes.array(), LENGTH_BYTES, header, StandardCharsets.UTF_8);
    Map<String, ByteBuffer> arrays = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : Json.parse(json).properties()) {
      JsonNode offsets = entry.getValue().path("data_offsets");
      if (!offsets.isMissingNode()) {
        int begin = offsets.get(0).asInt();
        int length = offsets.get(1).asInt() - begin;
        ByteBuffer array = bytes.slice(LENGTH_BYTES + header + begin, length);
        arrays.put(entry.getKey(), array.order(ByteOrder.LITTLE_ENDIAN));
      }
    }
    return arrays;
  }

  /** Says how many arrays differ, and by how much at most. */
  static String difference(Map<String, ByteBuffer> first, Map<String, ByteBuffer> second) {
    if (!first.keySet().equals(second.keySet())) {
      return "other arrays";
    }
    int differing = 0;
    double most = 0;
    String worst = "";
    for (Map.Entry<String, ByteBuffer> entry : first.entrySet()) {
      ByteBuffer other = second.get(entry.getKey());
      if (other != null && !entry.getValue().equals(other)) {
        differing++;
        double by = distance(entry.getValue(), other);
        if (worst.isEmpty() || by > most) {
          most = by;
          worst = entry.getKey();
        }
      }
    }
    return differing
        + " of "
        + first.size()
        + " arrays differ, by at most "
        + String.format(java.util.Locale.ROOT, "%.3g", most)
        + ", in\n"
        + worst;
  }

  private static double distance(ByteBuffer first, ByteBuffer second) {
    if (first.remaining() != second.remaining()) {
      return Double.POSITIVE_INFINITY;
    }
    double most = 0;
    for (int i = 0; i + Float.BYTES <= first.remaining(); i += Float.BYTES) {
      most = Math.max(most, Math.abs((double) first.getFloat(i) - second.getFloat(i)));
    }
    return most;
  }
}
