package org.braidml.runner.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the program speaks, in UTF-8 whatever the locale.
 *
 * @param out results
 * @param err problems
 * @param interactive whether somebody is watching, so that a bar may move
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {

  /** The process's own. The launcher says whether standard output is a terminal. */
  public static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Boolean.getBoolean("braid.interactive"));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
