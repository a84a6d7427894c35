package org.braidml.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of this Java with this class path, as the launcher starts the program. */
public final class JavaProgram {

  private JavaProgram() {}

  /**
   * Returns the command that starts a class.
   *
   * @param main the class
   * @param options further ones for the JVM
   * @param arguments of the class
   */
  public static List<String> command(Class<?> main, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseParallelGC", "-Dai.djl.offline=true"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }
}
