package org.braidml.benchmarks.resume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.runner.experiment.EngineName;

/** The program as a user starts it, on an example with fewer rows and many checkpoints. */
final class Program {

  private static final List<String> SETS =
      List.of(
          "training.epochs=4",
          "data.split.test=0.5",
          "training.checkpoint.every-minutes=0.005",
          "training.schedule={type=plateau,patience=0,factor=0.5}");

  private Program() {}

  /** Starts training, with run directories below a folder. */
  static Process train(EngineName engine, Path runs, Path log) throws IOException {
    List<String> args = new ArrayList<>(List.of("train", "examples/names/names.conf"));
    args.addAll(List.of("--runs", runs.toString(), "--set", "engine=" + engine));
    SETS.forEach(set -> args.addAll(List.of("--set", set)));
    return start(args, log);
  }

  /** Goes on with a run. */
  static Process resume(Path run, Path log) throws IOException {
    return start(List.of("resume", run.toString()), log);
  }

  private static Process start(List<String> args, Path log) throws IOException {
    List<String> command = new ArrayList<>(List.of("./braid"));
    command.addAll(args);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Waits for the end of a process, which must be a good one. */
  static void finish(Process process, Path log) throws IOException, InterruptedException {
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the program failed:\n" + Files.readString(log));
    }
  }
}
