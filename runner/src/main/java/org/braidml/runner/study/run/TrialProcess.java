package org.braidml.runner.study.run;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.runner.Braid;

/**
 * Starts a trial in a process of its own: the same Java, the same class path, the same properties.
 * The process ends when its standard input does, so that none outlives the study.
 */
public final class TrialProcess {

  /** The hidden command that runs a trial. */
  public static final String COMMAND = "study-trial";

  /** Java's exit code for {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  /**
   * The second compiler takes seconds of a core that another trial trains on, and an engine's work
   * gains nothing by it.
   */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final int SIGNAL = 128;
  private static final int KILL = 9;

  private final List<String> program;

  /**
   * Processes of a study.
   *
   * @param javaOptions further options for Java
   * @param pluginFolders further folders of plug-ins
   */
  public TrialProcess(List<String> javaOptions, List<String> pluginFolders) {
    program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.add(FIRST_COMPILER); // what the study was started with comes later and wins
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-agent") && !argument.startsWith("-javaagent"))
        .forEach(program::add);
    program.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Dbraid.interactive=false"));
    program.addAll(javaOptions);
    program.addAll(List.of("-cp", System.getProperty("java.class.path"), Braid.class.getName()));
    pluginFolders.forEach(plugins -> program.addAll(List.of("--plugins", plugins)));
  }

  /** Starts an attempt; what it says goes to its log. */
  Process start(TrialFolder folder, String variant, long seed, int attempt) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("--verbose", COMMAND, "--", folder.path().toString(), variant));
    command.addAll(List.of(Long.toString(seed), Integer.toString(attempt)));
    File log = folder.log(attempt).toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("OMP_NUM_THREADS", "1");
    return builder.start();
  }

  /** Returns why an attempt ended that left no result. */
  static String reason(int exit, Path log) throws IOException {
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    if (exit == OUT_OF_MEMORY && text.contains("OutOfMemoryError")) {
      return "out of memory: Java's heap was full (java-options = [\"-Xmx4g\"] gives more)";
    }
    if (exit > SIGNAL) {
      int signal = exit - SIGNAL;
      return "ended by signal "
          + signal
          + (signal == KILL ? ": killed, perhaps because the system ran out of memory" : "");
    }
    String last = text.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
    return "ended with exit code " + exit + (last.isEmpty() ? "" : ": " + last);
  }
}
