package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.data.config.SourceConfig;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.experiment.Siblings;
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

  private static final Pattern ROWS = Pattern.compile(".*\\.(csv|tsv|jsonl|ts)(\\.gz)?");

  @Parameters(paramLabel = "RUN", description = "A run directory, or a bundle.")
  private Path run;

  @Option(
      names = "--in",
      paramLabel = "FILE",
      required = true,
      description =
          "Rows: .csv, .tsv, .jsonl or .ts, perhaps .gz, with the columns of the training rows.")
  private Path in;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Predictions as CSV, in the order of rows; replaced if it exists.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    checkFiles();
    try (SavedRun saved = open(run)) {
      SourceConfig trained = saved.contents().experiment().config().data().source();
      SourceConfig source = SourceConfig.like(trained, in.toString());
      Examples examples =
          new DataPipeline(in.toString(), Path.of("").toAbsolutePath())
              .forPrediction(saved.contents().features(), source);
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

  /** Before anything is loaded: rows to read, and a folder to write to. */
  private void checkFiles() {
    List<Problem> problems = new ArrayList<>();
    if (!Files.isRegularFile(in)) {
      problems.add(
          Problem.at("--in")
              .value('"' + in.toString() + '"')
              .what(Files.isDirectory(in) ? "a folder, not a file" : "no such file")
              .found(String.valueOf(in.getFileName()), Siblings.of(in, ROWS))
              .build());
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      problems.add(
          Problem.at("--out")
              .value('"' + out.toString() + '"')
              .what("its folder does not exist")
              .remedy("make the folder first, or choose another")
              .build());
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("the command line", problems);
    }
  }
}
