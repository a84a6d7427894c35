package org.braidml.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The PyTorch script, a process a run. */
final class ScriptSide {

  private static final String SCRIPTS = "benchmarks/peers/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Plan plan;

  ScriptSide(Plan plan) {
    this.plan = plan;
  }

  /**
   * Returns the version of PyTorch.
   *
   * @throws IllegalArgumentException if the interpreter is not there or has none
   */
  String version() {
    try {
      return Measured.run(
              List.of(plan.python(), "-c", "import numpy, torch; print(torch.__version__)"),
              Map.of(),
              plan.log())
          .last();
    } catch (IllegalStateException | java.io.UncheckedIOException e) {
      throw new IllegalArgumentException(
          """
          %s does not run PyTorch
            make an environment that does: python3 -m venv peers && \
          peers/bin/pip install -r benchmarks/peers/requirements.txt
            and name its interpreter: --python peers/bin/python"""
              .formatted(plan.python()),
          e);
    }
  }

  /** Returns what the script found fastest: its settings, and what it tried. */
  JsonNode settings(Path rows) throws IOException {
    return told(
        "train.py", List.of("settings", rows.toString(), "--seconds", plan.quick() ? "0" : "0.7"));
  }

  /** Trains once. */
  TrainedRun train(Workload workload, Path rows, JsonNode settings, int epochs, int seed)
      throws IOException {
    List<String> arguments =
        List.of(
            "run",
            rows.toString(),
            "--settings",
            settings.toString(),
            "--epochs",
            Integer.toString(epochs),
            "--metric",
            workload.metric(),
            "--seed",
            Integer.toString(seed));
    Measured measured = Measured.run(command("train.py", arguments), Map.of(), plan.log());
    List<TrainedRun.Epoch> reports = new ArrayList<>();
    for (JsonNode epoch : MAPPER.readTree(measured.last()).get("epochs")) {
      reports.add(MAPPER.treeToValue(epoch, TrainedRun.Epoch.class));
    }
    return new TrainedRun(reports, measured.seconds(), measured.peakMegabytes());
  }

  /** Runs a script and reads the line of JSON that it ends with. */
  JsonNode told(String script, List<String> arguments) throws IOException {
    return MAPPER.readTree(Measured.run(command(script, arguments), Map.of(), plan.log()).last());
  }

  List<String> command(String script, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(plan.python(), SCRIPTS + script));
    command.addAll(arguments);
    return command;
  }
}
