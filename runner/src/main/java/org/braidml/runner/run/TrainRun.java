package org.braidml.runner.run;

import ai.djl.ndarray.types.DataType;
import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.graph.ModelBuilder;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.plugin.Registry;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.MetricSink;
import org.braidml.api.run.Reporter;
import org.braidml.api.run.RunDetails;
import org.braidml.api.run.RunReport;
import org.braidml.runner.bundle.Bundle;
import org.braidml.runner.cache.PreparedCache;
import org.braidml.runner.data.Alignment;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.experiment.TrainingConfig;
import org.braidml.runner.explain.RowDetails;
import org.braidml.runner.train.Evaluation;
import org.braidml.runner.train.Evaluator;
import org.braidml.runner.train.StopSignal;
import org.braidml.runner.train.TrainingLoop;
import org.braidml.runner.train.TrainingStoppedException;
import org.braidml.runner.vectors.WordVectors;

/**
 * One run, from an experiment to a bundle and a report, in the order that the design fixes: run
 * directory, data, model, training, test rows once, bundle, reports.
 */
public final class TrainRun {

  private final Experiment experiment;
  private final RunDirectory directory;
  private final RunListener listener;
  private final StopSignal stop;
  private final Registry registry;
  private final Set<MetricSink> sinks;
  private final Set<Reporter> reporters;
  private final PreparedCache cache;
  private final FileSums sums = new FileSums();
  private final Beginning beginning;

  /** Wired by Guice, in the child injector of the run. */
  @Inject
  TrainRun(
      RunContext context,
      Registry registry,
      Set<MetricSink> sinks,
      Set<Reporter> reporters,
      PreparedCache cache) {
    this.cache = cache;
    this.experiment = context.experiment();
    this.directory = context.directory();
    this.listener = context.listener();
    this.stop = context.stop();
    this.registry = registry;
    this.beginning = new Beginning(directory, experiment, registry, sums);
    this.sinks = sinks;
    this.reporters = reporters;
  }

  /** Returns the same run with data prepared anew, which are not kept. */
  public TrainRun withoutCache() {
    return withCache(PreparedCache.off());
  }

  /** Returns the same run with prepared data from another cache. */
  TrainRun withCache(PreparedCache other) {
    RunContext context = new RunContext(experiment, directory, listener, stop);
    return new TrainRun(context, registry, sinks, reporters, other);
  }

  /**
   * Trains, tests and saves.
   *
   * @throws ConfigurationException if data or boxes are refused, with the places of the keys
   * @throws TrainingStoppedException if that was asked for; {@link #resume} goes on
   */
  public RunReport run() throws IOException {
    return begun(beginning::anew);
  }

  /**
   * Trains, tests and saves as another run did, with the files that it keeps and with data that are
   * prepared anew: what a cache holds was perhaps never what the source gives. What differs already
   * is told before it trains.
   *
   * @param other the other run
   * @throws RunException if the files are no longer what it read
   */
  public RunReport reproduce(RunDirectory other) throws IOException {
    TrainRun again = withoutCache();
    return again.begun(
        runtime -> {
          Map<String, Object> environment = again.beginning.like(other, runtime);
          EnvironmentFacts.note(RunFiles.environment(other).orElse(Map.of()), environment)
              .ifPresent(listener::note);
          return environment;
        });
  }

  private RunReport begun(Environment environment) throws IOException {
    try {
      return locked(environment);
    } catch (ConfigurationException | RunException e) {
      directory.discardUnlessTrained();
      throw e;
    }
  }

  /**
   * Goes on with a run that did not come to its end, from its newest checkpoint, or from the
   * beginning if it has none.
   *
   * @param anyway whether to go on where something differs that can change the result
   * @throws RunException if something differs, or another process is at work on the run
   */
  public RunReport resume(boolean anyway) throws IOException {
    ResumedEnvironment compared = new ResumedEnvironment(directory, listener, anyway);
    return locked(runtime -> beginning.onward(compared, runtime));
  }

  /** Makes or reads the environment of a run. */
  private interface Environment {
    Map<String, Object> of(EngineRuntime runtime) throws IOException;
  }

  private RunReport locked(Environment begun) throws IOException {
    RunLock lock = RunLock.take(directory);
    try {
      return wholeRun(begun);
    } catch (ConfigurationException e) {
      throw experiment.refused(e);
    } finally {
      lock.close();
    }
  }

  private RunReport wholeRun(Environment begun) throws IOException {
    long start = System.nanoTime();
    ExperimentConfig config = experiment.config();
    try (EngineRuntime runtime =
        EngineRuntime.start(
            config.engine(), config.threads(), config.device(), config.training().sideBySide())) {
      Map<String, Object> environment = begun.of(runtime);
      listener.started(experiment, directory, runtime);
      KeptVectors kept = beginning.kept().vectors();
      WordVectors vectors = WordVectors.of(experiment).from(kept.copies(environment));
      vectors.check();
      PreparedData data = prepared(config);
      RefusedFile.write(directory.refused(), data.refused());
      WholeFile.write(directory.split(), Json.pretty(SplitDocument.of(data)));
      ModelBlock model = model(data);
      ParameterPaths.initialize(model, runtime.manager(), DataType.FLOAT32, config.seed());
      environment = kept.take(vectors, data.features(), environment);
      data = data.with(vectors.from(kept.copies(environment)).into(model, data.features()));
      listener.prepared(data, model);
      if (config.training().shardsMeasured()) {
        MeasuredShards shards = new MeasuredShards(experiment, directory, listener);
        config = shards.chosen(runtime, model, trainingRows(config, data));
        environment = shards.written(config, environment);
      }
      TrainingLoop.Outcome outcome = train(config, runtime, data, model);
      List<HeadReport> heads = test(config, runtime, data, model);
      String resolved = Files.readString(directory.resolved());
      Bundle.write(directory.bundle(), resolved, config.model(), data.features(), model, registry);
      double seconds = (System.nanoTime() - start) / 1e9;
      RunReport report =
          report(environment, data, model, outcome, heads, seconds)
              .with(
                  RowDetails.of(
                      data, heads, model, runtime.manager(), !config.training().stateful()));
      for (Reporter reporter : reporters) {
        reporter.report(report);
      }
      Folders.remove(directory.checkpoints());
      return report;
    }
  }

  private PreparedData prepared(ExperimentConfig config) {
    Path folder = experiment.folder();
    Alignment alignment = new Alignment(config.model().aligned());
    DataPipeline pipeline = new DataPipeline(experiment.source(), folder).aligned(alignment);
    DataConfig read = beginning.kept().reading(config.data());
    PreparedCache.Found found = cache.prepare(pipeline, read, folder, sums);
    found.note().ifPresent(listener::note);
    PreparedData data = found.data();
    boolean aligned =
        Stream.of(data.train(), data.validation(), data.test()).allMatch(alignment::holds);
    return aligned ? data : pipeline.prepare(read); // kept for another model: refused here
  }

  private ModelBlock model(PreparedData data) {
    ModelBuilder.Result result = Bundle.build(experiment, data.features());
    result.unread().forEach(field -> listener.note("no encoder reads the field " + field));
    return result
        .model()
        .orElseThrow(() -> new ConfigurationException(experiment.source(), result.problems()));
  }

  private TrainingLoop.Outcome train(
      ExperimentConfig config, EngineRuntime runtime, PreparedData data, ModelBlock model)
      throws IOException {
    Set<MetricSink> all = new LinkedHashSet<>();
    all.add(new MetricsFile(directory.metrics()));
    all.addAll(listener.sinks(model));
    all.addAll(sinks);
    TrainingConfig training = config.training();
    return new TrainingLoop(model, runtime.manager(), training, config.seed(), all)
        .run(
            trainingRows(config, data),
            new Batches(
                data.validation(),
                BatchOrder.validation(training.batchSize(), training.stateful())),
            new CheckpointFolder(directory.checkpoints(), listener::note),
            stop);
  }

  private static Batches trainingRows(ExperimentConfig config, PreparedData data) {
    TrainingConfig training = config.training();
    BatchOrder order =
        training.stateful()
            ? BatchOrder.streams(training.batchSize(), training.dropLast())
            : BatchOrder.training(
                training.examplesPerStep(), training.shuffle(), training.dropLast(), config.seed());
    return new Batches(data.train(), order);
  }

  private List<HeadReport> test(
      ExperimentConfig config, EngineRuntime runtime, PreparedData data, ModelBlock model)
      throws IOException {
    if (data.test().size() == 0) {
      return List.of();
    }
    TrainingConfig training = config.training();
    Batches batches =
        new Batches(data.test(), BatchOrder.evaluation(training.batchSize(), training.stateful()));
    Evaluation evaluation;
    try (BatchStream stream = batches.epoch(0)) {
      evaluation =
          new Evaluator(model, runtime.manager()).stateful(training.stateful()).evaluate(stream);
    }
    PredictionFile.write(directory.predictions(), model.heads(), evaluation);
    return TestResults.of(evaluation, data);
  }

  private RunReport report(
      Map<String, Object> environment,
      PreparedData data,
      ModelBlock model,
      TrainingLoop.Outcome outcome,
      List<HeadReport> heads,
      double seconds) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    rows.put("train", data.train().size());
    rows.put("validation", data.validation().size());
    rows.put("test", data.test().size());
    return new RunReport(
        experiment.name(),
        directory.id(),
        directory.path(),
        experiment.config().seed(),
        environment,
        rows,
        data.notes(),
        model.boxes(),
        ParameterPaths.count(model),
        outcome.epochs(),
        outcome.bestEpoch(),
        heads,
        seconds,
        RunDetails.NONE);
  }
}
