package org.braidml.runner.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.ConfigurationException;
import org.braidml.runner.data.Alignment;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.SeenData;
import org.braidml.runner.data.profile.DataView;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid data FILE}: what a run would see of its data. */
@Command(
    name = "data",
    description = {
      "Shows what a run would see: rows, columns, classes, lengths, duplicates, suspicious"
          + " columns, and three examples as they enter the model.",
      "Nothing is trained; all but the counts of the sides is of training rows alone."
    })
final class DataCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "FILE", description = "The experiment file.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Replaces a key of the file; may be repeated.")
  private List<String> sets = new ArrayList<>();

  @Override
  public Integer call() {
    Experiment experiment = wire().getInstance(ExperimentReader.class).read(file, sets);
    experiment.notes().forEach(note -> out().println("note: " + note));
    try {
      SeenData seen =
          new DataPipeline(experiment.source(), experiment.folder())
              .aligned(new Alignment(experiment.config().model().aligned()))
              .see(experiment.config().data());
      DataView view = DataView.of(experiment.config().data(), seen);
      out().print(new DataText(view).text());
    } catch (ConfigurationException e) {
      throw experiment.refused(e);
    }
    return BraidCommand.DONE;
  }
}
