package org.braidml.benchmarks.resume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.braidml.runner.experiment.EngineName;
import org.jspecify.annotations.Nullable;

/** A run that is killed some times at seeded moments, every other time while it writes. */
final class KilledRun {

  private static final int LONGEST_MILLISECONDS = 2500;
  private static final String PART = ".part";

  private final EngineName engine;
  private final Random random;
  private final Path runs;
  private final Path log;
  private final List<Kill> kills = new ArrayList<>();

  KilledRun(EngineName engine, Random random, Path folder) throws IOException {
    this.engine = engine;
    this.random = random;
    this.runs = Files.createDirectories(folder);
    this.log = folder.resolve("log.txt");
  }

  List<Kill> kills() {
    return kills;
  }

  /**
   * Trains, kills at most so many times, and lets the run come to its end; returns its directory.
   */
  Path run(int times) throws IOException, InterruptedException {
    Process first = Program.train(engine, runs, log);
    if (times == 0) {
      Program.finish(first, log);
      return directory();
    }
    boolean alive = kill(first);
    while (alive && kills.size() < times) {
      alive = kill(Program.resume(directory(), log));
    }
    if (alive) {
      Program.finish(Program.resume(directory(), log), log);
    }
    return directory();
  }

  /** Returns whether the process was killed, and had not ended before. */
  private boolean kill(Process process) throws IOException, InterruptedException {
    String before = newest();
    while (process.isAlive() && (newest().isEmpty() || newest().equals(before))) {
      Thread.sleep(1);
    }
    Thread.sleep(random.nextInt(LONGEST_MILLISECONDS));
    while (kills.size() % 2 == 1 && process.isAlive() && !writes()) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    if (Files.isDirectory(checkpoints())) {
      kills.add(new Kill(newest(), writes()));
      return true;
    }
    Program.finish(process, log);
    return false;
  }

  private Path directory() throws IOException {
    Path found = found();
    if (found == null) {
      throw new IllegalStateException("no run in " + runs + ":\n" + Files.readString(log));
    }
    return found;
  }

  private @Nullable Path found() throws IOException {
    Path names = runs.resolve("names");
    if (!Files.isDirectory(names)) {
      return null;
    }
    try (Stream<Path> files = Files.list(names)) {
      return files.findFirst().orElse(null);
    }
  }

  private Path checkpoints() throws IOException {
    Path found = found();
    return found == null ? runs.resolve("none") : found.resolve("checkpoints");
  }

  /** Returns the name of the newest whole checkpoint; empty if there is none. */
  private String newest() throws IOException {
    return names().stream().filter(name -> !name.contains(".")).reduce("", (a, b) -> b);
  }

  private boolean writes() throws IOException {
    return names().stream().anyMatch(name -> name.endsWith(PART));
  }

  private List<String> names() throws IOException {
    String[] names = checkpoints().toFile().list();
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }
}
