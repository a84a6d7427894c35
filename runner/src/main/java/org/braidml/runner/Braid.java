package org.braidml.runner;

import org.braidml.runner.cli.BraidCommand;
import org.braidml.runner.cli.Terminal;

/** Starts {@code braid}. */
public final class Braid {

  private Braid() {}

  /** Runs one command and exits: 0 done, 1 failed, 2 refused, 130 interrupted. */
  public static void main(String[] args) {
    System.exit(BraidCommand.run(Terminal.ofProcess(), args));
  }
}
