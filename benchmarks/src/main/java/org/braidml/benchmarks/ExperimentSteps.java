package org.braidml.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldSpec;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.bundle.Bundle;
import org.braidml.runner.data.DataPipeline;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentReader;
import org.braidml.runner.run.EngineRuntime;

/**
 * Takes Braid's steps on the batches of an experiment, and in turn with them those of a bare DJL
 * loop of the same model, in a process of its own; prints one line of JSON. The experiment has a
 * field {@code sequence}, perhaps numbers {@code statics}, an LSTM and one head without layers.
 */
public final class ExperimentSteps {

  private static final int BLOCK = 4;

  /** Enough for the memory of a loop to be what it stays. */
  private static final int STEPS_ALONE = 40;

  /** Fewer rounds are a trial, which need not be fair to Java's compiler. */
  private static final int FEWEST_ROUNDS = 5;

  private static final double WARM_UP_SECONDS = 3;
  private static final double SECONDS = 5;
  private static final String SEQUENCE = "sequence";
  private static final String STATICS = "statics";

  private final EngineRuntime runtime;
  private final List<Batch> batches;
  private final ModelBlock model;
  private final BareSizes sizes;
  private final BareArrays arrays;

  private ExperimentSteps(EngineRuntime runtime, Experiment experiment, PreparedData data) {
    this.runtime = runtime;
    this.batches = batches(experiment, data);
    this.model = Bundle.build(experiment, data.features()).model().orElseThrow();
    this.sizes = sizes(experiment, data);
    boolean beside = data.features().fields().containsKey(STATICS);
    this.arrays =
        new BareArrays(SEQUENCE, beside ? STATICS : "", data.features().targetSpecs().get(0));
  }

  /**
   * Takes the experiment file, {@code key=value} that it sets (an engine and threads among them),
   * and how many rounds of blocks; 0 for the bare loop alone.
   */
  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[args.length - 1]);
    List<String> sets = List.of(args).subList(1, args.length - 1);
    Experiment experiment = read(Path.of(args[0]), sets);
    try (EngineRuntime runtime =
        EngineRuntime.start(experiment.config().engine(), experiment.config().threads(), "cpu")) {
      PreparedData data = prepare(experiment);
      ExperimentSteps steps = new ExperimentSteps(runtime, experiment, data);
      Map<String, Double> told = rounds == 0 ? steps.alone() : steps.beside(rounds);
      System.out.println(new ObjectMapper().writeValueAsString(told));
    }
  }

  /** Reads an experiment with the plug-ins of the class path. */
  public static Experiment read(Path file, List<String> sets) {
    Registry registry = new Registry(Discovery.on(ExperimentSteps.class.getClassLoader()).found());
    return new ExperimentReader(registry).read(file, sets);
  }

  /** Reads its rows. */
  public static PreparedData prepare(Experiment experiment) {
    return new DataPipeline(experiment.source(), experiment.folder())
        .prepare(experiment.config().data());
  }

  private static List<Batch> batches(Experiment experiment, PreparedData data) {
    int size = experiment.config().training().batchSize();
    List<Batch> batches = new ArrayList<>();
    try (BatchStream stream =
        new Batches(data.train(), BatchOrder.training(size, true, true, 1)).epoch(1)) {
      stream.forEachRemaining(batches::add);
    }
    return batches;
  }

  private static BareSizes sizes(Experiment experiment, PreparedData data) {
    int vocabulary = 0;
    for (FieldSpec field : data.features().fieldSpecs()) {
      vocabulary = field instanceof FieldSpec.Tokens tokens ? tokens.vocabulary() : vocabulary;
    }
    TargetSpec target = data.features().targetSpecs().get(0);
    var settings = ExperimentReader.parsed(Path.of(experiment.source())).getConfig("model");
    String embedding = "inputs.sequence.size";
    String units = "encoders.statics.units";
    return new BareSizes(
        vocabulary,
        settings.hasPath(embedding) ? settings.getInt(embedding) : 0,
        settings.getInt("encoders.sequence.hidden-size"),
        settings.hasPath(units) ? settings.getIntList(units).get(0) : 0,
        target.stepsOf().isPresent(),
        Math.max(1, target.kind() == TargetSpec.Kind.BINARY ? 1 : target.classes().size()));
  }

  private BareLoop bare() {
    return new BareLoop(runtime.engine().getEngineName(), sizes, arrays, batches);
  }

  private Map<String, Double> alone() {
    try (BareLoop bare = bare()) {
      List<Double> milliseconds = new ArrayList<>();
      for (int i = 0; i < STEPS_ALONE; i++) {
        long start = System.nanoTime();
        bare.step();
        milliseconds.add((System.nanoTime() - start) / 1e6);
      }
      return Map.of("bare", Quantiles.median(milliseconds));
    }
  }

  /** Takes at least so many rounds, for at least so long. */
  private static void run(Interleaved turns, int rounds, double seconds) {
    long start = System.nanoTime();
    turns.run(rounds);
    while ((System.nanoTime() - start) / 1e9 < seconds) {
      turns.run(2);
    }
  }

  private Map<String, Double> beside(int rounds) {
    try (BareLoop bare = bare();
        BraidLoop braid = new BraidLoop(runtime.manager(), model, batches)) {
      List<StepLoop> loops = List.of(bare, braid);
      int block = Math.min(BLOCK, batches.size());
      boolean fair = rounds >= FEWEST_ROUNDS;
      run(new Interleaved(loops, block), 1, fair ? WARM_UP_SECONDS : 0);
      Interleaved turns = new Interleaved(loops, block);
      run(turns, rounds, fair ? SECONDS : 0);
      List<Double> ratios = turns.ratios(1, 0);
      Map<String, Double> told = new LinkedHashMap<>();
      told.put("bare", turns.median(0));
      told.put("braid", turns.median(1));
      told.put("ratio", Quantiles.median(ratios));
      told.put("low", Quantiles.of(ratios, 0.25));
      told.put("high", Quantiles.of(ratios, 0.75));
      told.put("size", (double) batches.get(0).size());
      return told;
    }
  }
}
