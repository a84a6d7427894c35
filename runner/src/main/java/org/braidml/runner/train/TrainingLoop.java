package org.braidml.runner.train;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.MetricSink;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.TrainingConfig;

/**
 * The loop: epochs of steps, validation after each, early stopping, and at the end the best
 * parameters restored.
 */
public final class TrainingLoop {

  private final ModelBlock model;
  private final NDManager manager;
  private final TrainingConfig config;
  private final long seed;
  private final Set<MetricSink> sinks;

  /**
   * A loop.
   *
   * @param model with its initial parameters, which it changes
   * @param manager the parent of every batch's manager
   * @param config how to train
   * @param seed of the run
   * @param sinks who listens
   */
  public TrainingLoop(
      ModelBlock model,
      NDManager manager,
      TrainingConfig config,
      long seed,
      Set<MetricSink> sinks) {
    this.model = model;
    this.manager = manager;
    this.config = config;
    this.seed = seed;
    this.sinks = Set.copyOf(sinks);
  }

  /**
   * What came of training.
   *
   * @param epochs one report an epoch
   * @param bestEpoch whose parameters the model now has
   */
  public record Outcome(List<EpochReport> epochs, int bestEpoch) {}

  /**
   * Trains the model.
   *
   * @param train the training rows
   * @param validation the validation rows, perhaps none
   */
  public Outcome run(Batches train, Batches validation) {
    EarlyStopping stopping = new EarlyStopping(config.earlyStopping());
    List<EpochReport> reports = new ArrayList<>();
    ParameterCopy best = ParameterCopy.of(model);
    try (Optimizer optimizer = config.optimizer().create()) {
      TrainingStep step = new TrainingStep(model, optimizer, manager, config.clipNorm(), seed);
      long steps = 0;
      for (int epoch = 1; epoch <= config.epochs() && !stopping.exhausted(); epoch++) {
        EpochReport report = epoch(epoch, steps, step, train, validation, stopping);
        steps = report.steps();
        if (report.best()) {
          best = ParameterCopy.of(model);
        }
        reports.add(report);
        sinks.forEach(sink -> sink.epochEnded(report));
      }
    }
    best.restore(model, manager);
    sinks.forEach(MetricSink::ended);
    return new Outcome(List.copyOf(reports), stopping.bestEpoch());
  }

  private EpochReport epoch(
      int epoch,
      long stepsBefore,
      TrainingStep step,
      Batches train,
      Batches validation,
      EarlyStopping stopping) {
    sinks.forEach(sink -> sink.epochStarted(epoch, config.epochs(), train.examples().size()));
    long start = System.nanoTime();
    long steps = stepsBefore;
    long examples = 0;
    double lossSum = 0;
    try (BatchStream batches = train.epoch(epoch)) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        double loss = step.take(batch, steps, epoch, config.optimizer().learningRate());
        long number = steps++;
        examples += batch.size();
        lossSum += loss * batch.size();
        sinks.forEach(sink -> sink.stepped(number, batch.size(), loss));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    new FiniteGuard(model).requireFiniteParameters(epoch);
    double trainingLoss = lossSum / Math.max(1, examples);
    Map<String, Double> metrics = metrics(validation);
    boolean best = stopping.improves(epoch, monitored(metrics, epoch));
    return new EpochReport(
        epoch, config.epochs(), steps, trainingLoss, metrics, examples, seconds, best);
  }

  private Map<String, Double> metrics(Batches validation) {
    if (validation.examples().size() == 0) {
      return Map.of();
    }
    try (BatchStream batches = validation.epoch(0)) {
      return new Evaluator(model, manager).evaluate(batches).metrics();
    }
  }

  /** Without validation rows every epoch is better than the one before: the last one stays. */
  private double monitored(Map<String, Double> validation, int epoch) {
    String monitor = config.earlyStopping().monitor();
    if (validation.isEmpty()) {
      boolean higher =
          org.braidml.api.metric.Metrics.named(monitor)
              .map(org.braidml.api.metric.Metric::higherIsBetter)
              .orElse(false);
      return higher ? epoch : -epoch;
    }
    Double value = validation.get(monitor);
    if (value == null) {
      throw new ConfigurationException(
          "training.early-stopping",
          List.of(
              Problem.at("training.early-stopping.monitor")
                  .value('"' + monitor + '"')
                  .what("this model's head does not report it")
                  .choices(monitor, validation.keySet())
                  .build()));
    }
    return value;
  }
}
