package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.plugin.Notice;
import org.braidml.runner.run.SavedRun;
import org.braidml.runner.wiring.WiredPlugins;
import org.braidml.runner.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What the commands share: the terminal and the wired program. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class AbstractBraidCommand implements Callable<Integer> {

  private static final int WIDTH = 80;

  @Nullable BraidCommand root;

  final Terminal terminal() {
    return root().terminal();
  }

  /** Returns the further folders of plug-ins that were named, as absolute paths. */
  final List<String> pluginFolders() {
    return root().pluginFolders();
  }

  private BraidCommand root() {
    if (root == null) {
      throw new IllegalStateException("a command is made by Commands");
    }
    return root;
  }

  final PrintStream out() {
    return terminal().out();
  }

  /** Wires the program; what is wrong with jars of plug-ins is told on standard error. */
  final Injector wire() {
    Injector injector = wireSilently();
    for (Notice notice : injector.getInstance(WiredPlugins.class).notices()) {
      if (notice.kind() != Notice.Kind.NOTE) {
        warn(notice.line());
      }
    }
    return injector;
  }

  /** Wires the program for a command that lists what is wrong with jars by itself. */
  final Injector wireSilently() {
    return Wiring.wire(root().plugins());
  }

  /** Returns what starts runs with a program that is wired. */
  final RunStart runs(Injector injector) {
    return new RunStart(terminal(), injector, root().pluginOptions());
  }

  /** Opens a run or a bundle; jars of plug-ins that it was not made with are told. */
  final SavedRun open(Path run) {
    SavedRun saved = SavedRun.open(run, wire().getInstance(Registry.class));
    saved.contents().notes().forEach(this::warn);
    return saved;
  }

  private void warn(String text) {
    terminal().err().print(Wrapped.text("warning: " + text, WIDTH, 2));
  }
}
