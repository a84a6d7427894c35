package org.braidml.runner.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
   * @throws DamagedCheckpointException if it is not, with the reason
   * @throws IOException if that cannot be said, since a file cannot be read
   * @throws RunException if its format is not known
   */
  static void verify(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    requireThere(file);
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
      requireThere(other);
      if (!Sha256.of(other).equals(manifest.path("sha-256").path(name).asText())) {
        throw altered(name);
      }
    }
  }

  /** What the system does not let us look at may be there. */
  private static void requireThere(Path file) throws IOException {
    try {
      Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new DamagedCheckpointException("it lacks " + file.getFileName());
    }
  }

  private static JsonNode manifest(Path file) throws IOException {
    try {
      JsonNode manifest = Json.read(file);
      if (!manifest.path("format").isInt()) {
        throw altered(FILE);
      }
      return manifest;
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw altered(FILE);
    }
  }

  private static DamagedCheckpointException altered(String name) {
    return new DamagedCheckpointException(name + " is altered or cut short");
  }
}
