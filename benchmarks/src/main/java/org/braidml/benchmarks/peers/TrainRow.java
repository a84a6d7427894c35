package org.braidml.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braidml.benchmarks.ExperimentSteps;
import org.braidml.benchmarks.HostFacts;
import org.braidml.benchmarks.JavaProgram;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.experiment.Experiment;

/** A workload that every side trains, in turns; the order of turns changes with every round. */
record TrainRow(Workload workload) implements Row {

  private static final List<EngineName> ENGINES = List.of(EngineName.MXNET, EngineName.PYTORCH);
  private static final int STEP_ROUNDS = 12;

  @Override
  public String id() {
    return workload.id();
  }

  @Override
  public TrainResult measure(Plan plan) throws IOException {
    Path rows = plan.folder().resolve(id());
    Experiment experiment = ExperimentSteps.read(workload.file(), List.of());
    new ExportedRows(rows).write(experiment, ExperimentSteps.prepare(experiment));
    ScriptSide script = new ScriptSide(plan);
    JsonNode found = script.settings(rows);
    int epochs = plan.epochs(experiment.config().training().epochs());
    List<Turns> sides = new ArrayList<>();
    BraidSide braid = new BraidSide(plan);
    for (EngineName engine : ENGINES) {
      List<Cores> tried = new ArrayList<>(plan.threads());
      if (!workload.shards() && !plan.quick()) {
        tried.add(Cores.TWO_SHARDS);
      }
      sides.add(braid(braid, engine, tried, epochs));
    }
    if (workload.shards()) {
      for (EngineName engine : ENGINES) {
        sides.add(braid(braid, engine, List.of(Cores.TWO_SHARDS), epochs));
      }
    }
    JsonNode settings = found.get("settings");
    Cores cores = new Cores(settings.get("threads").intValue(), 1);
    Turns scripted =
        Turns.of(
            "script, PyTorch " + found.get("version").textValue(),
            List.of(cores),
            (same, seed) -> script.train(workload, rows, settings, epochs, seed));
    List<Turns> all = new ArrayList<>(sides);
    all.add(scripted);
    for (int round = 1; round <= plan.rounds(); round++) {
      for (int turn = 0; turn < all.size(); turn++) {
        all.get((turn + round) % all.size()).take(round);
      }
    }
    List<SideResult> results = new ArrayList<>();
    sides.forEach(side -> results.add(side.result("")));
    results.add(scripted.result(words(settings)));
    return new TrainResult(id(), HostFacts.now(), results, bare(plan, sides));
  }

  private Turns braid(BraidSide braid, EngineName engine, List<Cores> tried, int epochs) {
    return Turns.of(
        "Braid, " + engine,
        tried,
        (cores, seed) -> braid.train(workload, engine, epochs, cores, seed));
  }

  private static String words(JsonNode settings) {
    List<String> words = new ArrayList<>();
    words.add(settings.get("packed").booleanValue() ? "packed" : "masked");
    words.add(settings.get("sparse").booleanValue() ? "sparse" : "dense");
    words.add(settings.get("workers").intValue() + " workers");
    return ", " + String.join(", ", words);
  }

  private List<TrainResult.BareResult> bare(Plan plan, List<Turns> sides) throws IOException {
    List<TrainResult.BareResult> results = new ArrayList<>();
    if (workload.bare()) {
      for (int i = 0; i < ENGINES.size(); i++) {
        results.add(bare(plan, ENGINES.get(i), sides.get(i).fastest().threads()));
      }
    }
    return results;
  }

  private TrainResult.BareResult bare(Plan plan, EngineName engine, int threads)
      throws IOException {
    JsonNode steps =
        new ObjectMapper().readTree(steps(plan, engine, threads, plan.times(STEP_ROUNDS)).last());
    Measured alone = steps(plan, engine, threads, 0);
    double milliseconds = steps.get("bare").doubleValue();
    return new TrainResult.BareResult(
        engine.toString(),
        threads,
        milliseconds,
        steps.get("braid").doubleValue(),
        steps.get("ratio").doubleValue(),
        steps.get("low").doubleValue(),
        steps.get("high").doubleValue(),
        steps.get("size").doubleValue() * 1000 / milliseconds,
        alone.peakMegabytes());
  }

  private Measured steps(Plan plan, EngineName engine, int threads, int rounds) {
    List<String> arguments = new ArrayList<>(List.of(workload.file().toString()));
    arguments.addAll(plan.sets());
    arguments.addAll(List.of("engine=" + engine, "threads=" + threads));
    arguments.add(Integer.toString(rounds));
    return Measured.run(
        JavaProgram.command(
            ExperimentSteps.class, List.of("-Dai.djl.use_local_parameter_server=true"), arguments),
        Map.of(),
        plan.log());
  }
}
