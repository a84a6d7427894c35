package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.experiment.Experiment;

/**
 * What stands in a run directory before data are read: the resolved configuration, copies of files,
 * and last the environment, which tells that the others are whole.
 */
final class Beginning {

  private final RunDirectory directory;
  private final Experiment experiment;
  private final Registry registry;
  private final FileSums sums;
  private final KeptFiles kept;

  Beginning(RunDirectory directory, Experiment experiment, Registry registry, FileSums sums) {
    this.directory = directory;
    this.experiment = experiment;
    this.registry = registry;
    this.sums = sums;
    this.kept = new KeptFiles(directory);
  }

  /** Returns the files that the run keeps. */
  KeptFiles kept() {
    return kept;
  }

  /** Writes down a new run; returns its environment. */
  Map<String, Object> anew(EngineRuntime runtime) throws IOException {
    String resolved = resolved();
    kept.take(experiment);
    return written(runtime, resolved, Map.of());
  }

  /**
   * Writes down a new run with the files that another one keeps; returns its environment.
   *
   * @throws RunException if they are no longer what the other run read
   */
  Map<String, Object> like(RunDirectory other, EngineRuntime runtime) throws IOException {
    String resolved = resolved();
    kept.takeFrom(other, experiment);
    return written(runtime, resolved, RunFiles.environment(other).orElse(Map.of()));
  }

  /**
   * Reads the environment of a run that goes on.
   *
   * @param compared compares it with what the run would go on with
   * @throws RunException if something differs, and that is not allowed
   */
  Map<String, Object> onward(ResumedEnvironment compared, EngineRuntime runtime)
      throws IOException {
    Optional<Map<String, Object>> then = RunFiles.environment(directory);
    if (then.isEmpty()) {
      kept.take(experiment);
    }
    String resolved = Files.readString(directory.resolved());
    return compared.of(facts(runtime, resolved, then.orElse(Map.of())));
  }

  private String resolved() throws IOException {
    String resolved = Resolved.text(experiment);
    WholeFile.write(directory.resolved(), resolved);
    return resolved;
  }

  private Map<String, Object> written(
      EngineRuntime runtime, String resolved, Map<String, Object> then) throws IOException {
    Map<String, Object> environment = facts(runtime, resolved, then);
    WholeFile.write(directory.environment(), Json.pretty(environment));
    return environment;
  }

  private Map<String, Object> facts(
      EngineRuntime runtime, String resolved, Map<String, Object> then) throws IOException {
    return EnvironmentFacts.collect(
        runtime, registry, experiment, resolved, kept.facts(experiment, then, sums));
  }
}
