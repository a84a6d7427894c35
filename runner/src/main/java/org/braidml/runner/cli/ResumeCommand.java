package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Path;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.RunFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid resume RUN}: goes on with a run that was stopped. */
@Command(
    name = "resume",
    description =
        "Goes on with a run that was stopped or killed; its result is, bit for bit, that of a run"
            + " that never was.")
final class ResumeCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "RUN", description = "A run directory.")
  private Path run;

  @Option(
      names = "--anyway",
      description = "Go on although data, versions or machine differ: the result then may, too.")
  private boolean anyway;

  @Override
  public Integer call() throws IOException {
    RunDirectory directory = RunFiles.require(run);
    if (directory.finished()) {
      out().println(Shown.path(directory.path()) + " is finished: nothing is left to do");
      return BraidCommand.DONE;
    }
    Injector injector = wire();
    Experiment experiment = RunFiles.experiment(directory, injector.getInstance(Registry.class));
    return runs(injector).run(experiment, directory, started -> started.resume(anyway));
  }
}
