package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.run.RunReport;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.run.RunContext;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.TrainRun;
import org.braidml.runner.study.run.TrialFolder;
import org.braidml.runner.study.run.TrialProcess;
import org.braidml.runner.study.run.TrialResult;
import org.braidml.runner.study.run.TrialRun;
import org.braidml.runner.train.NotFiniteException;
import org.braidml.runner.train.StopSignal;
import org.braidml.runner.wiring.RunModule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code braid study-trial FOLDER VARIANT SEED ATTEMPT}: one trial of a study, in a process that
 * the study started. It ends when its standard input does: when the study is no more.
 */
@Command(name = TrialProcess.COMMAND, hidden = true, description = "Runs one trial of a study.")
final class TrialCommand extends AbstractBraidCommand {

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder of the trial.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "VARIANT", description = "The name of the variant.")
  private String variant;

  @Parameters(index = "2", paramLabel = "SEED", description = "The seed.")
  private long seed;

  @Parameters(index = "3", paramLabel = "ATTEMPT", description = "Which attempt this is.")
  private int attempt;

  @Override
  public Integer call() throws IOException {
    endWith(System.in);
    TrialFolder trial = new TrialFolder(folder);
    try {
      trial.finish(TrialRun.result(variant, seed, attempt, run(trial)));
      return BraidCommand.DONE;
    } catch (NotFiniteException e) {
      trial.finish(failed(TrialResult.State.DIVERGED, e));
      throw e;
    } catch (ConfigurationException e) {
      trial.finish(failed(TrialResult.State.FAILED, e.problems().get(0)));
      throw e;
    } catch (IOException | RuntimeException e) {
      trial.finish(failed(TrialResult.State.FAILED, e));
      throw e;
    }
  }

  private RunReport run(TrialFolder trial) throws IOException {
    Injector injector = wire();
    Experiment experiment =
        injector
            .getInstance(ExperimentReader.class)
            .read(trial.experiment(), List.of())
            .named(variant + ", seed " + seed);
    RunDirectory directory = trial.run(attempt);
    Files.createDirectory(directory.path());
    TerminalRun listener = new TerminalRun(terminal());
    RunModule module =
        new RunModule(new RunContext(experiment, directory, listener, StopSignal.NEVER));
    return injector.createChildInjector(module).getInstance(TrainRun.class).run();
  }

  private TrialResult failed(TrialResult.State state, Object reason) {
    String text =
        reason instanceof Throwable e ? String.valueOf(e.getMessage()) : reason.toString();
    String line = text.strip().replaceAll("\\s*\n\\s*", "; ");
    return TrialResult.failed(variant, seed, state, line, attempt);
  }

  private static void endWith(InputStream input) {
    Thread watch =
        new Thread(
            () -> {
              try {
                int read;
                do {
                  read = input.read();
                } while (read >= 0);
              } catch (IOException e) {
                // It is gone, too.
              }
              Runtime.getRuntime().halt(BraidCommand.INTERRUPTED);
            },
            "watch");
    watch.setDaemon(true);
    watch.start();
  }
}
