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
import org.braidml.runner.data.config.FileSourceConfig;
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

  private static final Pattern ROWS =
      Pattern.compile(".*\\.(csv|tsv|jsonl|parquet|ts)(\\.(gz|zst))?");

  @Parameters(paramLabel = "RUN", description = "A run directory, or a bundle.")
  private Path run;

  @Option(
      names = "--in",
      paramLabel = "FILE",
      required = true,
      description =
          "Rows: .csv, .tsv, .jsonl, .parquet or .ts, perhaps .gz, with the columns of the training"
              + " rows.")
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
      Examples examples = examples(saved, source);
      if (source instanceof FileSourceConfig file && file.sql().isPresent()) {
        out().print(Wrapped.text("note: rows are those of the run's own data.source.sql", 80, 2));
      }
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

  /** Reads the rows; what is wrong is told with the place of its key in the run, or the option. */
  private Examples examples(SavedRun saved, SourceConfig source) {
    try {
      return new DataPipeline(in.toString(), Path.of("").toAbsolutePath())
          .forPrediction(
              saved.contents().features(),
              saved.contents().experiment().config().data().windows(),
              source);
    } catch (ConfigurationException e) {
      List<Problem> problems = e.problems().stream().map(PredictCommand::ofOption).toList();
      ConfigurationException refused =
          new ConfigurationException(
              in.toString(), saved.contents().experiment().places().complete(problems));
      refused.initCause(e);
      throw refused;
    }
  }

  /** The file is named on the command line, not in the experiment. */
  private static Problem ofOption(Problem problem) {
    return problem.path().equals("data.source.path") ? problem.of("--in") : problem;
  }

  /** Before anything is loaded: rows to read, and a folder to write to. */
  private void checkFiles() {
    List<Problem> problems = new ArrayList<>();
    if (!Files.exists(in)) {
      problems.add(
          Problem.at("--in")
              .value('"' + in.toString() + '"')
              .what("no such file")
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
