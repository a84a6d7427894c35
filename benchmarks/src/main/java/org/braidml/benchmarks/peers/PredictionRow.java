package org.braidml.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.braidml.benchmarks.HostFacts;
import org.braidml.benchmarks.JavaProgram;
import org.braidml.runner.experiment.EngineName;

/** W7: one example at a time in a process that stays, and many from a file. */
record PredictionRow() implements Row {

  private static final String FILE = "benchmarks/peers/w7.conf";
  private static final int CALLS = 1000;
  private static final int ROWS = 100_000;

  /**
   * The sides' numbers.
   *
   * @param when it was measured
   * @param rows how many the file has
   * @param sides Braid on each engine, then the script
   */
  record Result(String when, int rows, List<Predicting> sides) {}

  @Override
  public String id() {
    return "W7";
  }

  @Override
  public Result measure(Plan plan) throws IOException {
    int rows = plan.quick() ? CALLS : ROWS;
    Path file = new MadeData(plan.folder()).predicted(rows);
    List<Asked> sides = new ArrayList<>();
    Path features = plan.folder();
    for (EngineName engine : List.of(EngineName.MXNET, EngineName.PYTORCH)) {
      for (Cores cores : plan.threads()) {
        Path run = trained(plan, engine, cores.threads());
        features = run.resolve("bundle").resolve("features.json");
        sides.add(
            new Asked(
                "Braid, " + engine + ", " + cores.words(),
                braid(run, engine, cores.threads(), file, plan),
                filed(run, file)));
      }
    }
    ScriptSide script = new ScriptSide(plan);
    List<String> given = List.of(features.toString(), file.toString());
    List<String> one = new ArrayList<>(List.of("one"));
    one.addAll(given);
    one.add(Integer.toString(plan.times(CALLS)));
    List<String> all = new ArrayList<>(List.of("file"));
    all.addAll(given);
    all.add(file + ".script.csv");
    sides.add(
        new Asked(
            "script, PyTorch " + script.version(),
            script.command("predict.py", one),
            script.command("predict.py", all)));
    return new Result(HostFacts.now(), rows, asked(plan, sides));
  }

  /** The commands of a side. */
  private record Asked(String side, List<String> one, List<String> file) {}

  private static List<Predicting> asked(Plan plan, List<Asked> sides) throws IOException {
    List<Predicting> results = new ArrayList<>();
    sides.forEach(side -> results.add(Predicting.of(side.side())));
    for (int round = 0; round < plan.rounds(); round++) {
      for (int turn = 0; turn < sides.size(); turn++) {
        int index = (turn + round) % sides.size();
        Measured one = Measured.run(sides.get(index).one(), Map.of(), plan.log());
        JsonNode told = new ObjectMapper().readTree(one.last());
        results.get(index).p50().add(told.get("p50").doubleValue());
        results.get(index).p99().add(told.get("p99").doubleValue());
        Measured file = Measured.run(sides.get(index).file(), Map.of(), plan.log());
        results.get(index).seconds().add(file.seconds());
        results.get(index).megabytes().add(file.peakMegabytes());
      }
    }
    results.forEach(side -> System.out.println("  " + side));
    return results;
  }

  private static Path trained(Plan plan, EngineName engine, int threads) throws IOException {
    Path runs = Files.createTempDirectory(plan.folder(), "run-");
    List<String> command = new ArrayList<>(List.of("./braid", "train", FILE));
    command.addAll(List.of("--runs", runs.toString(), "--set", "engine=" + engine));
    command.addAll(List.of("--set", "threads=" + threads));
    Measured.run(command, Map.of(), plan.log());
    return Objects.requireNonNull(BraidSide.report(runs).toAbsolutePath().getParent());
  }

  private static List<String> braid(
      Path run, EngineName engine, int threads, Path file, Plan plan) {
    return JavaProgram.command(
        PredictCalls.class,
        List.of(),
        List.of(
            run.resolve("bundle").toString(),
            engine.name(),
            file.toString(),
            Integer.toString(plan.times(CALLS)),
            Integer.toString(threads)));
  }

  private static List<String> filed(Path run, Path file) {
    String out = file + ".braid.csv";
    return List.of("./braid", "predict", run.toString(), "--in", file.toString(), "--out", out);
  }
}
