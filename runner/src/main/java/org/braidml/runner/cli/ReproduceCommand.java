package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.run.Reproduction;
import org.braidml.runner.run.RunDirectory;
import org.braidml.runner.run.RunException;
import org.braidml.runner.run.RunFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid reproduce RUN}: the same run again, compared bit for bit. */
@Command(
    name = "reproduce",
    description =
        "Trains again from a run directory and the rows of its source, prepared anew, and compares"
            + " parameters, metrics and predictions bit for bit.")
final class ReproduceCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "RUN", description = "The directory of a finished run.")
  private Path run;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Where the new run directory is made (default: beside RUN).")
  private @Nullable Path runs;

  @Override
  public Integer call() throws IOException {
    RunDirectory directory = RunFiles.require(run);
    if (!Files.isRegularFile(directory.parameters())) {
      String shown = Shown.path(directory.path());
      throw new RunException(
          shown
              + ": not finished, so there is nothing to compare with\nfirst: braid resume "
              + shown);
    }
    Injector injector = wire();
    Experiment experiment = RunFiles.experiment(directory, injector.getInstance(Registry.class));
    RunDirectory again = RunDirectory.create(runs == null ? above() : runs, experiment.name());
    int code = runs(injector).run(experiment, again, run -> run.reproduce(directory));
    return code == BraidCommand.DONE ? compare(directory, again) : code;
  }

  /** The parent of all experiments' folders. */
  private Path above() {
    return run.toAbsolutePath().normalize().resolve("../..").normalize();
  }

  private int compare(RunDirectory directory, RunDirectory again) throws IOException {
    Reproduction found = Reproduction.of(directory, again);
    TextTable table = new TextTable(-1);
    found
        .results()
        .forEach((what, difference) -> table.row(what, difference.orElse("the same bits")));
    out().println("\n" + Shown.path(directory.path()) + ", made again:");
    out().print(table.render("  "));
    if (!found.around().isEmpty()) {
      out().print("\nwhat differs around it\n" + DifferenceTable.of(found.around()));
    }
    return found.same() ? BraidCommand.DONE : BraidCommand.FAILED;
  }
}
