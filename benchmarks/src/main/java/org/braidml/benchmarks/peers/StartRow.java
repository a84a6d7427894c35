package org.braidml.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.benchmarks.HostFacts;
import org.braidml.benchmarks.Quantiles;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.run.Folders;

/** W9: how long a user waits for help, for a check, and for the first step of a training. */
record StartRow() implements Row {

  private static final String FILE = "benchmarks/peers/w4.conf";
  private static final int EVERY_ROW = 512;

  /**
   * Seconds, medians over rounds.
   *
   * @param when it was measured
   * @param help of {@code braid --help}
   * @param check of {@code braid check}
   * @param firstStep by engine, until an epoch of one step has ended and was validated
   */
  record Result(String when, double help, double check, Map<String, Double> firstStep) {}

  @Override
  public String id() {
    return "W9";
  }

  @Override
  public Result measure(Plan plan) throws IOException {
    List<Double> help = new ArrayList<>();
    List<Double> check = new ArrayList<>();
    Map<String, List<Double>> steps = new LinkedHashMap<>();
    for (int round = 0; round < plan.rounds(); round++) {
      help.add(Measured.run(List.of("./braid", "--help"), Map.of(), plan.log()).seconds());
      check.add(Measured.run(List.of("./braid", "check", FILE), Map.of(), plan.log()).seconds());
      for (EngineName engine : List.of(EngineName.MXNET, EngineName.PYTORCH)) {
        steps
            .computeIfAbsent(engine.toString(), none -> new ArrayList<>())
            .add(firstStep(plan, engine));
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    steps.forEach((engine, seconds) -> medians.put(engine, Quantiles.median(seconds)));
    Result result =
        new Result(HostFacts.now(), Quantiles.median(help), Quantiles.median(check), medians);
    System.out.println("  " + result);
    return result;
  }

  /** Batches hold every row, so that the line of the first epoch comes right after its one step. */
  private static double firstStep(Plan plan, EngineName engine) throws IOException {
    Path runs = Files.createTempDirectory(plan.folder(), "run-");
    List<String> command = new ArrayList<>(List.of("./braid", "train", FILE));
    command.addAll(List.of("--runs", runs.toString(), "--set", "engine=" + engine));
    command.addAll(List.of("--set", "training.batch-size=" + EVERY_ROW));
    command.addAll(List.of("--set", "training.epochs=1"));
    Measured measured = Measured.run(command, Map.of(), plan.log());
    Folders.delete(runs);
    return measured.lines().stream()
        .filter(line -> line.text().startsWith("epoch"))
        .findFirst()
        .orElseThrow()
        .seconds();
  }
}
