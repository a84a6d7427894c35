package org.braidml.benchmarks.memory;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.braidml.benchmarks.ChosenEngines;
import org.braidml.benchmarks.HostFacts;
import org.braidml.benchmarks.JavaProgram;
import org.braidml.runner.experiment.EngineName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how resident memory and the number of arrays grow over steps of training. */
@Command(
    name = "benchmarks/run-memory",
    mixinStandardHelpOptions = true,
    description = "Measures how memory grows over steps of training.")
public final class MemoryBenchmark implements Callable<Integer> {

  private static final String SERIES = "benchmarks/peers/w4.conf";
  private static final String WORDS = "benchmarks/peers/w5-2000.conf";
  private static final List<Loop> LOOPS =
      List.of(
          new Loop("series", SERIES, 1, List.of()),
          new Loop("series, two shards", SERIES, 2, List.of()),
          new Loop("words, sparse table", WORDS, 1, List.of("training.batch-size=8")));

  /** So that the heap of Java, which grows as it likes, is whole from the beginning. */
  private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");

  @Mixin private ChosenEngines engines = new ChosenEngines();

  @Option(
      names = "--steps",
      defaultValue = "6000",
      description = "how many, above 1200 (default: ${DEFAULT-VALUE})")
  private int steps;

  @Option(names = "--out", description = "a Markdown file for the page")
  private @Nullable Path out;

  private MemoryBenchmark() {}

  /** What is trained: an experiment file, in how many shards, with which settings. */
  private record Loop(String name, String file, int shards, List<String> sets) {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new MemoryBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Growth> growths = new ArrayList<>();
    for (EngineName engine : engines.all()) {
      for (Loop loop : LOOPS) {
        growths.add(Growth.of(loop.name() + ", " + engine, looks(loop, engine)));
        System.out.println(growths.get(growths.size() - 1).markdown());
      }
    }
    if (out != null) {
      Files.writeString(out, page(growths));
    }
    return growths.stream().allMatch(Growth::flat) ? 0 : 1;
  }

  private MemorySteps.Look[] looks(Loop loop, EngineName engine)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(loop.file(), engine.toString()));
    arguments.addAll(List.of(Integer.toString(steps), Integer.toString(loop.shards())));
    arguments.addAll(loop.sets());
    ProcessBuilder builder =
        new ProcessBuilder(JavaProgram.command(MemorySteps.class, HEAP, arguments));
    builder.environment().put("OPT_OUT_TRACKING", "true");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String last = "";
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(engine + " failed; see above");
    }
    return new ObjectMapper().readValue(last, MemorySteps.Look[].class);
  }

  private String page(List<Growth> growths) {
    return """
    # Memory over steps

    `benchmarks/run-memory %s --steps %d`, %s

    %s.

    Training steps of `%s`, whose batches differ in length, and of `%s` in batches of 8, one thread or shard each; a look
    every %d steps. Java's heap is 256 MB from the beginning, so
    that what grows is outside of it. Resident memory wanders in a loop that leaks nothing, as allocators keep and give back pages;
    its slope over the steps after the first thousand is the median of the slopes between all pairs of looks (Theil and Sen).
    Asked: **under %d KB a step**, and as many arrays at each look.

    %s
    %s
    """
        .formatted(
            engines,
            steps,
            HostFacts.now(),
            HostFacts.machine(),
            SERIES,
            WORDS,
            MemorySteps.EVERY,
            Growth.MOST,
            Growth.HEADER,
            String.join("\n", growths.stream().map(Growth::markdown).toList()));
  }
}
