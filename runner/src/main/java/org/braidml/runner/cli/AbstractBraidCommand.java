package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What the commands share: the terminal and the wired program. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class AbstractBraidCommand implements Callable<Integer> {

  @Nullable BraidCommand root;

  final Terminal terminal() {
    if (root == null) {
      throw new IllegalStateException("a command is made by Commands");
    }
    return root.terminal();
  }

  final PrintStream out() {
    return terminal().out();
  }

  final Injector wire() {
    return Commands.wire();
  }
}
