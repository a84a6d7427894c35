package org.braidml.runner.train;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.MetricSink;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.DecayConfig;
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
    requireMonitored();
    requireWatched(validation);
    requireBatches(train);
    BlockFitting fitting = new BlockFitting(model, manager, train, sinks);
    fitting.requireEpochs(config.epochs());
    try {
      return trained(train, validation, fitting);
    } finally {
      sinks.forEach(MetricSink::ended);
    }
  }

  private Outcome trained(Batches train, Batches validation, BlockFitting fitting) {
    EarlyStopping stopping = new EarlyStopping(config.earlyStopping());
    List<EpochReport> reports = new ArrayList<>();
    ParameterCopy best = ParameterCopy.of(model);
    LearningRate rate =
        new LearningRate(
            config.schedule(),
            config.optimizer().learningRate(),
            train.count(),
            config.epochs(),
            EarlyStopping.higherIsBetter(config.earlyStopping().monitor()));
    try (Optimizer optimizer = config.optimizer().create()) {
      TrainingStep step =
          new TrainingStep(model, optimizer, manager, config.clipNorm(), seed)
              .stateful(config.stateful());
      long steps = 0;
      for (int epoch = 1; epoch <= config.epochs() && !stopping.exhausted(); epoch++) {
        fitting.before(epoch, optimizer);
        EpochReport report = epoch(epoch, steps, step, rate, train, validation, stopping);
        steps = report.steps();
        if (report.best()) {
          best = ParameterCopy.of(model);
        }
        reports.add(report);
        sinks.forEach(sink -> sink.epochEnded(report));
      }
    }
    if (stopping.bestEpoch() == 0) {
      throw undefined();
    }
    best.restore(model, manager);
    return new Outcome(List.copyOf(reports), stopping.bestEpoch());
  }

  private EpochReport epoch(
      int epoch,
      long stepsBefore,
      TrainingStep step,
      LearningRate rate,
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
        double loss = step.take(batch, steps, epoch, rate.at(steps));
        long number = steps++;
        examples += batch.size();
        lossSum += loss * batch.size();
        sinks.forEach(sink -> sink.stepped(number, batch.size(), loss));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    new FiniteGuard(model).requireFiniteParameters(epoch);
    double trainingLoss = lossSum / Math.max(1, examples);
    Map<String, Double> metrics = metrics(validation, epoch);
    double monitored = monitored(metrics, epoch);
    double lastRate = rate.at(Math.max(stepsBefore, steps - 1));
    rate.epochEnded(monitored);
    boolean best = stopping.improves(epoch, monitored);
    return new EpochReport(
        epoch, config.epochs(), steps, lastRate, trainingLoss, metrics, examples, seconds, best);
  }

  private Map<String, Double> metrics(Batches validation, int epoch) {
    if (validation.examples().size() == 0) {
      return Map.of();
    }
    Map<String, Double> metrics;
    try (BatchStream batches = validation.epoch(0)) {
      metrics =
          new Evaluator(model, manager).stateful(config.stateful()).evaluate(batches).metrics();
    }
    double loss = metrics.getOrDefault("loss", Double.NaN);
    if (!Double.isFinite(loss)) {
      throw new FiniteGuard(model).diagnoseValidation(validation, manager, epoch, loss);
    }
    return metrics;
  }

  /** Without validation rows every epoch is better than the one before: the last one stays. */
  private double monitored(Map<String, Double> validation, int epoch) {
    String monitor = config.earlyStopping().monitor();
    if (validation.isEmpty()) {
      double enough = epoch * (1 + config.earlyStopping().minDelta());
      return EarlyStopping.higherIsBetter(monitor) ? enough : -enough;
    }
    return validation.getOrDefault(monitor, Double.NaN);
  }

  /** Before the first step, not after the first epoch. */
  private void requireMonitored() {
    List<String> names = Evaluation.names(model.heads());
    String monitor = config.earlyStopping().monitor();
    if (!names.contains(monitor)) {
      throw monitorRefused(
          problem -> problem.what("no head of this model reports it").choices(monitor, names));
    }
  }

  /** A plateau of nothing would never be seen. */
  private void requireWatched(Batches validation) {
    if (config.schedule().decay() instanceof DecayConfig.Plateau
        && validation.examples().size() == 0) {
      throw new ConfigurationException(
          "training.schedule",
          List.of(
              Problem.at("training.schedule.type")
                  .value("\"plateau\"")
                  .what("it watches the validation rows, and there are none")
                  .remedy("set data.split.validation above 0, or use another schedule")
                  .build()));
    }
  }

  /** Epochs without a step would train nothing and say nothing of it. */
  private static void requireBatches(Batches train) {
    if (train.count() == 0) {
      throw new ConfigurationException(
          "training.batch-size",
          List.of(
              Problem.at("training.batch-size")
                  .value(Integer.toString(train.order().batchSize()))
                  .what(
                      "no batch is full with "
                          + train.examples().size()
                          + " training rows, and drop-last leaves out what is not full")
                  .remedy("lower it, or set training.drop-last = false")
                  .build()));
    }
  }

  private ConfigurationException undefined() {
    return monitorRefused(
        problem ->
            problem
                .what("not defined on these validation rows in any epoch: no epoch is the best")
                .remedy("monitor loss, or give more validation rows"));
  }

  private ConfigurationException monitorRefused(UnaryOperator<Problem.Builder> told) {
    Problem.Builder problem =
        Problem.at("training.early-stopping.monitor")
            .value('"' + config.earlyStopping().monitor() + '"');
    return new ConfigurationException(
        "training.early-stopping", List.of(told.apply(problem).build()));
  }
}
