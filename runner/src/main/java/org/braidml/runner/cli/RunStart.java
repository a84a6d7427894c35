package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.braidml.api.run.RunReport;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.run.RunContext;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.TrainRun;
import org.braidml.runner.train.TrainingStoppedException;
import org.braidml.runner.wiring.RunModule;

/** Starts a run for a command, and tells how to go on with it when it does not come to its end. */
final class RunStart {

  private final Terminal terminal;
  private final Injector injector;
  private final String options;

  /**
   * A start of runs.
   *
   * @param options that the command has and {@code resume} needs, too; each after a blank
   */
  RunStart(Terminal terminal, Injector injector, String options) {
    this.terminal = terminal;
    this.injector = injector;
    this.options = options;
  }

  /** What to do with a run. */
  interface Task {
    RunReport run(TrainRun run) throws IOException;
  }

  /** Runs an experiment in a directory; returns the exit code. */
  int run(Experiment experiment, RunDirectory directory, Task task) {
    String resume = "go on with: braid resume " + Shown.path(directory.path()) + options;
    Runnable farewell = () -> terminal.err().println("\ninterrupted\n" + resume);
    TerminalRun listener = new TerminalRun(terminal);
    try (StopRequest stop = new StopRequest(farewell)) {
      RunContext context = new RunContext(experiment, directory, listener, stop);
      TrainRun run =
          injector.createChildInjector(new RunModule(context)).getInstance(TrainRun.class);
      try {
        listener.finished(task.run(run), directory);
        return BraidCommand.DONE;
      } catch (TrainingStoppedException e) {
        terminal.err().println(e.getMessage() + "; its state is saved\n" + resume);
        return BraidCommand.INTERRUPTED;
      } catch (UncheckedIOException e) {
        throw failed(e.getCause() == null ? e : e.getCause(), resume);
      } catch (IOException e) {
        throw failed(e, resume);
      }
    }
  }

  private static RunFailedException failed(Exception failure, String resume) {
    return new RunFailedException(
        "braid: "
            + BraidCommand.describe(failure)
            + "\nthe run has stopped; what was whole before is whole still"
            + "\nonce that is mended, "
            + resume,
        failure);
  }
}
