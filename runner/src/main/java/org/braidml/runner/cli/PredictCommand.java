package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.data.config.FileSourceConfig;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.encode.Examples;
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

  @Option(
      names = "--in",
      paramLabel = "FILE",
      required = true,
      description =
          "Rows: .csv, .tsv or .jsonl, perhaps .gz, with the columns of the training rows.")
  private Path in;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Predictions as CSV, in the order of rows; replaced if it exists.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    try (SavedRun saved = SavedRun.open(run, wire().getInstance(Registry.class))) {
      SourceConfig trained = saved.contents().experiment().config().data().source();
      FileSourceConfig source = FileSourceConfig.like(trained, in.toAbsolutePath().toString());
      Examples examples =
          new DataPipeline(in.toString(), Path.of("").toAbsolutePath())
              .forPrediction(saved.contents().features(), source);
      int batchSize = saved.contents().experiment().config().training().batchSize();
      Batches batches = new Batches(examples, BatchOrder.evaluation(batchSize));
      Evaluation evaluation;
      try (BatchStream stream = batches.epoch(0)) {
        evaluation =
            new Evaluator(saved.contents().model(), saved.runtime().manager()).predict(stream);
      }
      PredictionFile.write(out.toAbsolutePath(), saved.contents().model().heads(), evaluation);
      out().printf(Locale.ROOT, "%,d predictions in %s%n", examples.size(), out);
    }
    return BraidCommand.DONE;
  }
}
