package org.braidml.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.braidml.runner.experiment.EngineName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures what a training step of Braid costs beside a bare DJL loop of the same engine and model:
 * one process for each engine and number of threads, in which the two take turns.
 */
@Command(
    name = "benchmarks/run-step",
    mixinStandardHelpOptions = true,
    description = "Measures a training step of Braid beside a bare DJL loop.")
public final class StepBenchmark implements Callable<Integer> {

  @Option(
      names = "--rounds",
      defaultValue = "60",
      description = "turns of each loop (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Mixin private ChosenEngines engines = new ChosenEngines();

  @Option(
      names = "--threads",
      split = ",",
      defaultValue = "1,2",
      description = "intra-op threads (default: ${DEFAULT-VALUE})")
  private List<Integer> threads;

  @Option(names = "--out", description = "a Markdown file for the table")
  private @Nullable Path out;

  private StepBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new StepBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<StepRow> rows = new ArrayList<>();
    List<String> loaded = new ArrayList<>();
    System.out.println(StepRow.HEADER);
    for (EngineName engine : engines.all()) {
      for (int count : threads) {
        measure(engine, count, rows, loaded);
      }
    }
    if (out != null) {
      Files.createDirectories(out.toAbsolutePath().getParent());
      Files.writeString(out, StepPage.of(options(), rows, loaded));
    }
    return 0;
  }

  /** Returns the options that repeat this measurement. */
  private String options() {
    return engines
        + " --threads "
        + String.join(",", threads.stream().map(String::valueOf).toList())
        + " --rounds "
        + rounds;
  }

  private void measure(EngineName engine, int count, List<StepRow> rows, List<String> loaded)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaProgram.command(
                StepProcess.class,
                // With its native one, DJL's trainer takes other steps on MXNet from the second on.
                List.of("-Dai.djl.use_local_parameter_server=true"),
                List.of(engine.name(), Integer.toString(count), Integer.toString(rounds))));
    builder.environment().put("OPT_OUT_TRACKING", "true");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (StepRow.encoded(line)) {
          StepRow row = StepRow.decode(line);
          rows.add(row);
          System.out.println(row.markdown());
        } else {
          loaded.add(line);
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(engine + " failed; see above");
    }
  }
}
