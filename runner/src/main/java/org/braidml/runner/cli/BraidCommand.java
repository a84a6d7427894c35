package org.braidml.runner.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.braidml.api.PluginException;
import org.braidml.api.config.ConfigurationException;
import org.braidml.runner.Version;
import org.braidml.runner.bundle.BundleException;
import org.braidml.runner.plugin.PluginPath;
import org.braidml.runner.run.RunException;
import org.braidml.runner.train.NotFiniteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: a command and its options. */
@Command(
    name = "braid",
    description = "Trains models that read sequences and static features together.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = BraidCommand.VersionText.class,
    subcommands = {
      TrainCommand.class,
      ResumeCommand.class,
      CheckCommand.class,
      DataCommand.class,
      InitCommand.class,
      PredictCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      GenerateCommand.class,
      ReproduceCommand.class,
      DiffCommand.class,
      CompareCommand.class,
      StudyCommand.class,
      TrialCommand.class,
      PluginsCommand.class,
      DescribeCommand.class,
      NewPluginCommand.class
    })
public final class BraidCommand implements Runnable {

  /** Done. */
  public static final int DONE = 0;

  /** Failed while running. */
  public static final int FAILED = 1;

  /** Configuration or data refused. */
  public static final int REFUSED = 2;

  /** Stopped by Ctrl-C; the run can be resumed. */
  public static final int INTERRUPTED = 130;

  private static final int WIDTH = 100;
  private static final String AGAIN = "run it again with --verbose for the stack trace";

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean verbose;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "A further folder of plug-in jars; may be repeated.")
  private List<Path> pluginFolders = new ArrayList<>();

  @Spec private CommandSpec spec;

  private @Nullable PluginPath plugins;

  private final Terminal terminal;

  BraidCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs a command line; returns the exit code. */
  public static int run(Terminal terminal, String... args) {
    BraidCommand root = new BraidCommand(terminal);
    CommandLine line = new CommandLine(root, new Commands(root));
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setUsageHelpWidth(80);
    line.setExecutionExceptionHandler(root::failed);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      return line.execute(args);
    } finally {
      thread.setContextClassLoader(before);
      root.closePlugins();
    }
  }

  /** Returns the options that name folders of plug-ins, each after a blank. */
  String pluginOptions() {
    return pluginFolders.stream()
        .map(folder -> " --plugins " + Shown.path(folder))
        .collect(Collectors.joining());
  }

  /** Opens the class path of the process, which is then the thread's own, too. */
  PluginPath plugins() {
    if (plugins == null) {
      plugins = PluginPath.open(pluginFolders, BraidCommand.class.getClassLoader());
      Thread.currentThread().setContextClassLoader(plugins.loader());
    }
    return plugins;
  }

  /** Returns the further folders of plug-ins that were named, as absolute paths. */
  List<String> pluginFolders() {
    return pluginFolders.stream().map(f -> f.toAbsolutePath().normalize().toString()).toList();
  }

  private void closePlugins() {
    if (plugins != null) {
      plugins.close();
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
  }

  Terminal terminal() {
    return terminal;
  }

  private int failed(Exception failure, CommandLine line, ParseResult result) {
    if (verbose) {
      failure.printStackTrace(terminal.err());
    } else if (failure instanceof ConfigurationException
        || failure instanceof NotFiniteException
        || failure instanceof RunFailedException
        || failure instanceof RunException
        || failure instanceof BundleException) {
      problem(String.valueOf(failure.getMessage()).stripTrailing());
    } else if (failure instanceof PluginException) {
      String more = failure.getCause() == null ? "" : "\n" + AGAIN;
      problem(failure.getMessage() + more);
    } else {
      problem("braid: " + describe(failure) + "\n" + AGAIN);
    }
    boolean refused =
        failure instanceof ConfigurationException
            || failure instanceof BundleException
            || failure instanceof RunException;
    return refused ? REFUSED : FAILED;
  }

  private void problem(String text) {
    terminal.err().print(Wrapped.text(text, WIDTH, 2));
  }

  /** The message of a file's failure is its name alone. */
  static String describe(Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getSimpleName();
    }
    if (failure instanceof NoSuchFileException) {
      return message + ": no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return message + ": access denied";
    }
    return failure instanceof FileAlreadyExistsException ? message + ": exists already" : message;
  }

  /** What {@code --version} prints. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"braid " + Version.BRAID, "Java " + Runtime.version()};
    }
  }
}
