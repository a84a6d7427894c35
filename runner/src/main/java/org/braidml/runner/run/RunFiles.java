package org.braidml.runner.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;

/** What a run directory tells of its run. */
public final class RunFiles {

  private RunFiles() {}

  /**
   * Requires a run directory.
   *
   * @throws RunException if the folder holds none
   */
  public static RunDirectory require(Path path) {
    if (!Files.isDirectory(path)) {
      throw new RunException(
          path + ": no such folder\ngive a run directory, runs/<experiment>/<run-id>");
    }
    RunDirectory directory = new RunDirectory(path);
    if (!Files.isRegularFile(directory.resolved())) {
      throw new RunException(
          path
              + ": no run is here (it lacks resolved.conf)"
              + "\ngive a run directory, runs/<experiment>/<run-id>"
              + unfinishedBelow(path));
    }
    return directory;
  }

  /** The folder of an experiment, or of all of them, may be given where a run is meant. */
  private static String unfinishedBelow(Path folder) {
    try (Stream<Path> files =
        Files.find(folder, 3, (path, facts) -> path.endsWith("resolved.conf"))) {
      List<String> runs =
          files
              .map(file -> new RunDirectory(file.resolveSibling("")))
              .filter(run -> !run.finished() && Files.exists(run.environment()))
              .map(run -> run.path().toString())
              .sorted(Comparator.reverseOrder())
              .limit(5)
              .toList();
      return runs.isEmpty() ? "" : "\nunfinished runs below it: " + String.join(", ", runs);
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  /** Returns the environment that a run wrote down; empty if it was stopped before that. */
  public static Optional<Map<String, Object>> environment(RunDirectory directory)
      throws IOException {
    if (!Files.isRegularFile(directory.environment())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.map(Files.readString(directory.environment())));
    } catch (JsonProcessingException e) {
      throw new RunException(directory.environment() + ": altered or cut short: not JSON");
    }
  }

  /**
   * Reads the experiment of a run.
   *
   * @throws RunException if its configuration was changed since the run began
   */
  public static Experiment experiment(RunDirectory directory, Registry registry)
      throws IOException {
    Map<String, Object> environment = environment(directory).orElse(Map.of());
    String sum = FlatFacts.flatten(environment).get("configuration.sha-256");
    byte[] text = Files.readString(directory.resolved()).getBytes(StandardCharsets.UTF_8);
    if (sum != null && !sum.equals(Sha256.of(text))) {
      throw new RunException(
          directory.resolved()
              + ": changed since the run began"
              + "\nrestore it, or train anew: braid train "
              + directory.resolved());
    }
    Experiment read = new ExperimentReader(registry).read(directory.resolved(), List.of());
    Path parent = directory.path().toAbsolutePath().normalize().getParent();
    String folder = parent == null ? "" : String.valueOf(parent.getFileName());
    return read.named(String.valueOf(environment.getOrDefault("experiment", folder)));
  }
}
