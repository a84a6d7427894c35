package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder that one run owns: {@code runs/<experiment>/<run-id>/}.
 *
 * @param path the folder
 */
public record RunDirectory(Path path) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /**
   * Makes a new run directory. Two runs that start in the same second get different ones.
   *
   * @param runs the parent of all experiments' folders
   * @param experiment the experiment's name
   */
  public static RunDirectory create(Path runs, String experiment) throws IOException {
    Path parent = Files.createDirectories(runs.resolve(experiment));
    String stamp = LocalDateTime.now(ZoneOffset.UTC).format(STAMP);
    for (int i = 1; ; i++) {
      Path candidate = parent.resolve(i == 1 ? stamp : stamp + "-" + i);
      try {
        return new RunDirectory(Files.createDirectory(candidate));
      } catch (FileAlreadyExistsException e) {
        // Another run has it: take the next.
      }
    }
  }

  /**
   * Takes the folder away if nothing was trained in it: if it holds no more than what stands before
   * data is read. The experiment's folder goes too if no other run is in it.
   */
  public void discardUnlessTrained() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(path)) {
      files = listed.toList();
    }
    if (!List.of(resolved(), environment(), files(), split(), refused()).containsAll(files)) {
      return;
    }
    for (Path file : files) {
      Folders.delete(file);
    }
    Files.delete(path);
    Path parent = path.toAbsolutePath().getParent();
    try {
      Files.delete(parent == null ? path : parent);
    } catch (DirectoryNotEmptyException e) {
      // Other runs are there, and stay.
    }
  }

  /** Returns the run's id. */
  public String id() {
    return String.valueOf(path.getFileName());
  }

  /** Returns the resolved configuration. */
  public Path resolved() {
    return path.resolve("resolved.conf");
  }

  /** Returns versions, machine and hashes. */
  public Path environment() {
    return path.resolve("environment.json");
  }

  /** Returns the copies of files that the run read beside its rows; none if it read none. */
  public Path files() {
    return path.resolve("files");
  }

  /** Returns which rows train, validate and test. */
  public Path split() {
    return path.resolve("split.json");
  }

  /** Returns the file of rows that were left out; there is none if no row was. */
  public Path refused() {
    return path.resolve("refused.csv");
  }

  /** Returns the metrics, one line an epoch. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** Returns the saved states of training, there until the run has ended. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** Returns the numbers of the report. */
  public Path reportJson() {
    return path.resolve("report.json");
  }

  /** Returns the report to look at. */
  public Path reportHtml() {
    return path.resolve("report.html");
  }

  /** Returns the predictions of the test rows. */
  public Path predictions() {
    return path.resolve("predictions-test.csv");
  }

  /** Returns the saved model. */
  public Path bundle() {
    return path.resolve("bundle");
  }

  /** Returns the parameters of the saved model. */
  public Path parameters() {
    return bundle().resolve("parameters.safetensors");
  }

  /** Returns whether the run came to its end. */
  public boolean finished() {
    return Files.isDirectory(bundle())
        && Files.isRegularFile(reportHtml())
        && !Files.exists(checkpoints());
  }
}
