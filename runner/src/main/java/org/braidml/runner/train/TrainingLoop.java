package org.braidml.runner.train;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.nn.Shards;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.MetricSink;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.TrainingConfig;
import org.jspecify.annotations.Nullable;

/**
 * The loop: epochs of steps, validation after each, early stopping, and at the end the best
 * parameters restored. It goes on from the newest checkpoint, if there is one, as if it had never
 * been stopped.
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
   * @param checkpoints where the state of training is saved, and read from at the start
   * @param stop whether to stop before the end
   * @throws IOException if a checkpoint cannot be read or written
   * @throws TrainingStoppedException if that was asked for; the state is then saved
   */
  public Outcome run(Batches train, Batches validation, Checkpoints checkpoints, StopSignal stop)
      throws IOException {
    TrainingRules rules = new TrainingRules(config);
    rules.require(model.heads(), train, validation);
    ShardRules.require(model, config.shardCount());
    if (config.stateful()) {
      StatefulRules.require(model, train, validation);
    }
    BlockFitting fitting =
        new BlockFitting(
            model,
            manager,
            new Batches(train.examples(), BatchOrder.evaluation(config.batchSize())),
            sinks);
    fitting.requireEpochs(config.epochs());
    Saving saving = new Saving(config.checkpoint(), checkpoints, stop, manager);
    stop.trainingStarted();
    int shardCount = config.shardCount();
    try (Optimizer optimizer = config.optimizer().create();
        @Nullable Shards shards = shardCount == 1 ? null : new Shards(model, shardCount)) {
      TrainingMemory memory = new TrainingMemory(model, optimizer, config, train.count());
      saving.restore(memory);
      sinks.forEach(sink -> sink.started(memory.reports()));
      TrainingStep step = new TrainingStep(model, optimizer, manager, config.clipNorm(), seed);
      if (config.stateful()) {
        step.carrying(memory.carried);
      }
      if (shards != null) {
        step.sharding(shards, shardCount);
      }
      while (!ended(memory)) {
        if (memory.batch() == 0) {
          fitting.before(memory.epoch(), optimizer);
        }
        EpochReport report = epoch(memory, step, saving, train, validation);
        memory.epochEnded(report);
        sinks.forEach(sink -> sink.epochEnded(report));
        saving.epochEnded(memory, ended(memory));
      }
      if (memory.stopping.bestEpoch() == 0) {
        throw rules.undefined();
      }
      memory.restoreBest(manager);
      stop.trainingEnded();
      return new Outcome(memory.reports(), memory.stopping.bestEpoch());
    } finally {
      sinks.forEach(MetricSink::ended);
    }
  }

  private boolean ended(TrainingMemory memory) {
    return memory.epoch() > config.epochs() || memory.stopping.exhausted();
  }

  private EpochReport epoch(
      TrainingMemory memory, TrainingStep step, Saving saving, Batches train, Batches validation)
      throws IOException {
    int epoch = memory.epoch();
    steps(memory, step, saving, train);
    step.requireFiniteParameters(" after epoch " + epoch);
    Map<String, Double> metrics = metrics(validation, epoch);
    double monitored = monitored(metrics, epoch);
    double lastRate = memory.rate.at(Math.max(0, memory.steps() - 1));
    memory.rate.epochEnded(monitored);
    boolean best = memory.stopping.improves(epoch, monitored);
    EpochSums sums = memory.sums();
    return new EpochReport(
        epoch,
        config.epochs(),
        memory.steps(),
        lastRate,
        sums.meanLoss(),
        metrics,
        sums.examples(),
        sums.seconds(),
        best);
  }

  private void steps(TrainingMemory memory, TrainingStep step, Saving saving, Batches train)
      throws IOException {
    int epoch = memory.epoch();
    long left = train.examples().size() - memory.sums().examples();
    sinks.forEach(sink -> sink.epochStarted(epoch, config.epochs(), left));
    double before = memory.sums().seconds();
    long start = System.nanoTime();
    try (BatchStream batches = train.epoch(epoch, memory.batch())) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        long number = memory.steps();
        double loss =
            step.take(batch.parts(config.batchSize()), number, epoch, memory.rate.at(number));
        memory.stepped(batch.size(), loss);
        memory.took(before + (System.nanoTime() - start) / 1e9);
        sinks.forEach(sink -> sink.stepped(number, batch.size(), loss));
        saving.stepped(memory, step);
      }
    }
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
      throw new FiniteGuard(model)
          .diagnoseValidation(
              new ForwardPass(model, config.stateful()), validation, manager, epoch, loss);
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
}
