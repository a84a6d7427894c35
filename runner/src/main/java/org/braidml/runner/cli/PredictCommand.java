package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.experiment.TrainingConfig;
import org.braidml.runner.run.PredictionFile;
import org.braidml.runner.run.SavedRun;
import org.braidml.runner.train.Evaluation;
import org.braidml.runner.train.Evaluator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code braid predict RUN --in FILE --out FILE}. */
@Command(
    name = "predict",
    description = "Predicts for the rows of a file, which need not hold the target.")
final class PredictCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "RUN", description = "A run directory, or a bundle.")
  private Path run;

  @Option(names = "--in", paramLabel = "FILE", required = true, description = GivenRows.FORMATS)
  private Path in;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Predictions as CSV, in the order of rows; replaced if it exists.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    GivenRows given = new GivenRows(in);
    given.check(out);
    try (SavedRun saved = open(run)) {
      Examples examples = given.read(saved, out());
      TrainingConfig training = saved.contents().experiment().config().training();
      Batches batches =
          new Batches(examples, BatchOrder.evaluation(training.batchSize(), training.stateful()));
      Evaluation evaluation;
      try (BatchStream stream = batches.epoch(0)) {
        evaluation =
            new Evaluator(saved.contents().model(), saved.runtime().manager())
                .stateful(training.stateful())
                .predict(stream);
      }
      PredictionFile.write(out.toAbsolutePath(), saved.contents().model().heads(), evaluation);
      out().printf(Locale.ROOT, "%,d predictions in %s%n", examples.size(), out);
    }
    return BraidCommand.DONE;
  }
}
