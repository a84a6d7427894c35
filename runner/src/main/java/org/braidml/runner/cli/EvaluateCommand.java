package org.braidml.runner.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.TestSide;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.TrainingConfig;
import org.braidml.runner.run.SavedRun;
import org.braidml.runner.run.TestRows;
import org.braidml.runner.train.Evaluation;
import org.braidml.runner.train.Evaluator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code braid evaluate RUN}: the test rows of a run once more, from its bundle. They are encoded
 * by the features that the bundle holds; nothing is fitted anew.
 */
@Command(name = "evaluate", description = "Measures a finished run again on its own test rows.")
final class EvaluateCommand extends AbstractBraidCommand {

  @Parameters(paramLabel = "RUN", description = "A run directory.")
  private Path run;

  @Override
  public Integer call() throws IOException {
    try (SavedRun saved = open(run)) {
      Experiment experiment = saved.contents().experiment();
      DataConfig data = experiment.config().data();
      DataPipeline pipeline = new DataPipeline(experiment.source(), experiment.folder());
      TestSide test = pipeline.testSide(data);
      TestRows.requireSame(run, test);
      Examples examples = pipeline.encoded(data, saved.contents().features(), test);
      TrainingConfig training = experiment.config().training();
      Batches batches =
          new Batches(examples, BatchOrder.evaluation(training.batchSize(), training.stateful()));
      Evaluation evaluation;
      try (BatchStream stream = batches.epoch(0)) {
        evaluation =
            new Evaluator(saved.contents().model(), saved.runtime().manager())
                .stateful(training.stateful())
                .evaluate(stream);
      }
      TextTable table = new TextTable(1);
      table.row(String.format(Locale.ROOT, "%,d test rows", examples.size()), "this run");
      for (Map.Entry<String, Double> metric : evaluation.metrics().entrySet()) {
        table.row("  " + metric.getKey(), TerminalRun.number(metric.getValue()));
      }
      out().print(table.render(""));
    }
    return BraidCommand.DONE;
  }
}
