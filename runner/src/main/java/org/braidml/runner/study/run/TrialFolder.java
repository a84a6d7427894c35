package org.braidml.runner.study.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.braidml.runner.run.Json;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.WholeFile;

/**
 * The folder of one trial: {@code trials/<variant>/seed-<seed>/}.
 *
 * @param path the folder
 */
public record TrialFolder(Path path) {

  /** Returns the trial's whole experiment. */
  public Path experiment() {
    return path.resolve("trial.conf");
  }

  /** Returns what came of it; there once it has ended. */
  public Path resultFile() {
    return path.resolve("result.json");
  }

  /** Returns the run directory of an attempt. */
  public RunDirectory run(int attempt) {
    return new RunDirectory(path.resolve("run-" + attempt));
  }

  /** Returns what an attempt said. */
  public Path log(int attempt) {
    return path.resolve("log-" + attempt + ".txt");
  }

  /** Returns the next attempt, from 1. */
  public int nextAttempt() {
    int attempt = 1;
    while (Files.exists(log(attempt)) || Files.exists(run(attempt).path())) {
      attempt++;
    }
    return attempt;
  }

  /** Returns what came of it; empty if it has not ended. */
  public Optional<TrialResult> result() throws IOException {
    return Files.exists(resultFile())
        ? Optional.of(Json.read(resultFile(), TrialResult.class))
        : Optional.empty();
  }

  /** Writes what came of it. */
  public void finish(TrialResult result) throws IOException {
    WholeFile.write(resultFile(), Json.record(result));
  }
}
