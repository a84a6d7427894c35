package org.braidml.benchmarks.memory;

import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Adam;
import org.braidml.api.nn.Optimizer;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.nn.Shards;
import org.braidml.benchmarks.ExperimentSteps;
import org.braidml.runner.bundle.Bundle;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.batch.BatchOrder;
import org.braidml.runner.data.batch.BatchStream;
import org.braidml.runner.data.batch.Batches;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.run.EngineRuntime;
import org.braidml.runner.train.TrainingStep;

/** Takes steps epoch after epoch and looks at memory in between; prints one line of JSON. */
final class MemorySteps {

  /** How many steps lie between two looks. */
  static final int EVERY = 50;

  private MemorySteps() {}

  /**
   * A look.
   *
   * @param step how many were taken
   * @param kilobytes resident
   * @param arrays that the run's manager owns
   */
  record Look(int step, double kilobytes, int arrays) {}

  /** Takes an experiment file, an engine, how many steps, how many shards, and more settings. */
  public static void main(String[] args) throws IOException {
    List<String> sets = new ArrayList<>(List.of(args).subList(4, args.length));
    sets.addAll(List.of("engine=" + args[1], "threads=1"));
    Experiment experiment = ExperimentSteps.read(Path.of(args[0]), sets);
    int steps = Integer.parseInt(args[2]);
    int count = Integer.parseInt(args[3]);
    EngineName engine = experiment.config().engine();
    try (EngineRuntime runtime = EngineRuntime.start(engine, 1, "cpu", count > 1);
        Optimizer optimizer = new Adam(0.9, 0.999, 1e-8, 0)) {
      PreparedData data = ExperimentSteps.prepare(experiment);
      ModelBlock model = Bundle.build(experiment, data.features()).model().orElseThrow();
      ParameterPaths.initialize(model, runtime.manager(), DataType.FLOAT32, 1);
      TrainingStep step =
          new TrainingStep(model, optimizer, runtime.manager(), Optional.empty(), 1);
      if (count > 1) {
        step.sharding(new Shards(model, count), count); // they end with the process
      }
      Batches batches =
          new Batches(
              data.train(),
              BatchOrder.training(experiment.config().training().batchSize(), true, false, 1));
      List<Look> looks = looks(runtime, step, batches, steps);
      System.out.println(new ObjectMapper().writeValueAsString(looks));
    }
  }

  private static List<Look> looks(
      EngineRuntime runtime, TrainingStep step, Batches batches, int steps) throws IOException {
    List<Look> looks = new ArrayList<>();
    int taken = 0;
    for (int epoch = 1; taken < steps; epoch++) {
      try (BatchStream stream = batches.epoch(epoch)) {
        while (stream.hasNext() && taken < steps) {
          step.take(stream.next(), taken++, epoch, 1e-3);
          if (taken % EVERY == 0) {
            int arrays = runtime.manager().getManagedArrays().size();
            looks.add(new Look(taken, resident(), arrays));
          }
        }
      }
    }
    return looks;
  }

  private static double resident() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
