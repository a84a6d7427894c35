package org.braidml.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.run.Folders;

/** Braid as a user starts it: {@code ./braid train}, a process a run; numbers from its report. */
final class BraidSide {

  private final Plan plan;

  BraidSide(Plan plan) {
    this.plan = plan;
  }

  /** Trains once and reads the report. */
  TrainedRun train(Workload workload, EngineName engine, int passes, Cores cores, int seed)
      throws IOException {
    Path runs = Files.createTempDirectory(plan.folder(), "run-");
    List<String> sets = new ArrayList<>(plan.sets());
    sets.addAll(
        List.of(
            "engine=" + engine,
            "threads=" + cores.threads(),
            "training.shards=" + cores.shards(),
            "seed=" + seed,
            "training.epochs=" + passes));
    List<String> command = new ArrayList<>(List.of("./braid", "train", workload.file().toString()));
    sets.forEach(set -> command.addAll(List.of("--set", set)));
    command.addAll(List.of("--runs", runs.toString()));
    Measured measured = Measured.run(command, Map.of(), plan.log());
    JsonNode report = new ObjectMapper().readTree(report(runs).toFile());
    List<TrainedRun.Epoch> epochs = new ArrayList<>();
    for (JsonNode epoch : report.get("epochs")) {
      epochs.add(
          new TrainedRun.Epoch(
              epoch.get("seconds").doubleValue(),
              epoch.get("examples").intValue(),
              epoch.get("validation").get(workload.metric()).doubleValue()));
    }
    Folders.delete(runs);
    return new TrainedRun(epochs, measured.seconds(), measured.peakMegabytes());
  }

  /** Returns the file {@code report.json} below a folder of runs that has one. */
  static Path report(Path runs) throws IOException {
    try (Stream<Path> files = Files.walk(runs, 3)) {
      return files.filter(file -> file.endsWith("report.json")).findFirst().orElseThrow();
    }
  }
}
