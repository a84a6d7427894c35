package org.braidml.runner.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.api.graph.InputSlot;
import org.braidml.runner.run.Json;
import org.braidml.runner.run.Sha256;

/**
 * {@code bundle.json}: the format, the order of inputs, plug-ins, and the sum of each other file.
 */
final class BundleManifest {

  static final String FILE = "bundle.json";
  static final int FORMAT = 1;
  static final String CONFIGURATION = "resolved.conf";
  static final String FEATURES = "features.json";
  static final String PARAMETERS = "parameters.safetensors";
  private static final List<String> FILES = List.of(CONFIGURATION, FEATURES, PARAMETERS);

  private BundleManifest() {}

  static String of(
      Path folder, String braidVersion, List<InputSlot> slots, List<Map<String, String>> plugins)
      throws IOException {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("format", FORMAT);
    manifest.put("braid", braidVersion);
    List<Map<String, String>> inputs = new ArrayList<>();
    for (InputSlot slot : slots) {
      Map<String, String> input = new LinkedHashMap<>();
      input.put("field", slot.field());
      input.put("part", slot.part().name().toLowerCase(java.util.Locale.ROOT));
      input.put("type", slot.part().dataType().name());
      inputs.add(input);
    }
    manifest.put("inputs", inputs);
    manifest.put("plug-ins", plugins);
    Map<String, String> sums = new LinkedHashMap<>();
    for (String file : FILES) {
      sums.put(file, Sha256.of(folder.resolve(file)));
    }
    manifest.put("sha-256", sums);
    return Json.pretty(manifest);
  }

  /**
   * Checks that a folder holds a whole, unaltered bundle of a known format; returns its manifest.
   */
  static JsonNode verify(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BundleException(
          folder
              + ": no bundle is here (it lacks "
              + FILE
              + ")\na run that was stopped before its end has none"
              + runsBelow(folder));
    }
    JsonNode manifest = read(file);
    if (manifest.path("format").asInt(-1) != FORMAT) {
      throw new BundleException(
          file
              + ": format "
              + manifest.path("format")
              + " is not known; this Braid reads "
              + FORMAT
              + "\nuse the version of Braid that wrote it: "
              + manifest.path("braid").asText());
    }
    for (String name : FILES) {
      verify(folder.resolve(name), manifest.path("sha-256").path(name).asText());
    }
    return manifest;
  }

  /** The folder of an experiment, or of all of them, may be given where a run is meant. */
  private static String runsBelow(Path folder) {
    try (Stream<Path> files = Files.find(folder, 5, (path, facts) -> path.endsWith(FILE))) {
      List<String> runs =
          files
              .map(file -> file.resolve("../..").normalize())
              .map(Path::toString)
              .sorted(Comparator.reverseOrder())
              .limit(5)
              .toList();
      return runs.isEmpty() ? "" : "\nfinished runs below it: " + String.join(", ", runs);
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  private static void verify(Path file, String expected) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new BundleException(
            file + ": missing from the bundle\nrestore the file, or train again");
      }
      String found = Sha256.of(file);
      if (!found.equals(expected)) {
        throw new BundleException(
            file
                + ": altered or cut short since it was written\nits SHA-256 is "
                + found
                + "\nthe bundle says    "
                + expected
                + "\nrestore the file, or train again");
      }
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return Json.read(file);
    } catch (IOException e) {
      throw new BundleException(
          file + ": altered or cut short: not JSON\nrestore the file, or train again", e);
    }
  }
}
