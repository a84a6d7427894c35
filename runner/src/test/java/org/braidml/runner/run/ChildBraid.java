package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.braidml.runner.Braid;

/** The program in a process of its own, which can be killed. */
final class ChildBraid implements AutoCloseable {

  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Process process;
  private final Path log;

  private ChildBraid(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the program.
   *
   * @param log takes all that it says
   * @param before what stands before {@code java} on the command line
   */
  static ChildBraid start(Path log, List<String> before, String... args) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dai.djl.offline=true",
            "-Dfile.encoding=UTF-8",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            System.getProperty("java.class.path"),
            Braid.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OPT_OUT_TRACKING", "true");
    return new ChildBraid(builder.redirectOutput(log.toFile()).start(), log);
  }

  /** Waits until something has come about; it must, before the program ends. */
  void await(String what, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("never came about: " + what + "\n" + said());
      }
      Thread.sleep(0, 200_000);
    }
  }

  /** Kills the program as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends a signal. */
  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  String said() throws IOException {
    return Files.readString(log);
  }

  /** Returns the only run below a folder; empty before it is there. */
  static List<RunDirectory> runs(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> found = Files.find(runs, 2, (path, facts) -> facts.isDirectory())) {
      return found
          .filter(path -> runs.relativize(path).getNameCount() == 2)
          .map(RunDirectory::new)
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the names of checkpoints, those that are being written with their ending. */
  static List<String> checkpoints(RunDirectory run) {
    String[] names = run.checkpoints().toFile().list();
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
