package org.braidml.runner.cli;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid train FILE}: one run of an experiment. */
@Command(
    name = "train",
    description = "Trains the model of an experiment file, tests it once, and saves it.")
final class TrainCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "FILE", description = "The experiment file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Replaces a key of the file; may be repeated.")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where run directories are made (default: ${DEFAULT-VALUE}).")
  private Path runs;

  @Option(names = "--no-cache", description = "Prepare the data anew, and keep nothing prepared.")
  private boolean uncached;

  @Override
  public Integer call() throws IOException {
    Injector injector = wire();
    Experiment experiment = injector.getInstance(ExperimentReader.class).read(file, sets);
    RunDirectory directory = RunDirectory.create(runs, experiment.name());
    return runs(injector)
        .run(experiment, directory, run -> (uncached ? run.withoutCache() : run).run());
  }
}
