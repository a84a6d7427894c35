package org.braidml.runner.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code checkpoint.json}: the format, and the sum of each other file of a checkpoint. */
final class CheckpointManifest {

  static final String FILE = "checkpoint.json";
  static final String STATE = "state.json";
  static final String ARRAYS = "arrays.safetensors";
  private static final List<String> FILES = List.of(STATE, ARRAYS);
  private static final int FORMAT = 1;

  private CheckpointManifest() {}

  /** Writes the manifest of a folder whose other files are there. */
  static void write(Path folder) throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String file : FILES) {
      sums.put(file, Sha256.of(folder.resolve(file)));
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("format", FORMAT);
    manifest.put("sha-256", sums);
    WholeFile.write(folder.resolve(FILE), Json.pretty(manifest));
  }

  /**
   * Requires that a checkpoint is whole.
   *
   * @throws IOException if it is not, with the reason
   * @throws RunException if its format is not known
   */
  static void verify(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IOException("it lacks " + FILE);
    }
    JsonNode manifest = manifest(file);
    if (manifest.path("format").asInt() != FORMAT) {
      throw new RunException(
          file
              + ": format "
              + manifest.path("format")
              + " is not known; this Braid reads "
              + FORMAT);
    }
    for (String name : FILES) {
      Path other = folder.resolve(name);
      if (!Files.isRegularFile(other)) {
        throw new IOException("it lacks " + name);
      }
      if (!Sha256.of(other).equals(manifest.path("sha-256").path(name).asText())) {
        throw new IOException(name + " is altered or cut short");
      }
    }
  }

  private static JsonNode manifest(Path file) throws IOException {
    try {
      return Json.read(file);
    } catch (IOException e) {
      throw new IOException(FILE + " is altered or cut short", e);
    }
  }
}
