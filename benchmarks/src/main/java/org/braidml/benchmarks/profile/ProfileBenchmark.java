package org.braidml.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.braidml.benchmarks.ChosenEngines;
import org.braidml.benchmarks.HostFacts;
import org.braidml.runner.experiment.EngineName;
import org.braidml.runner.run.Folders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Trains rows of the peers benchmark under Java Flight Recorder and tells in which functions of the
 * engine the steps spent their time.
 */
@Command(
    name = "benchmarks/run-profile",
    mixinStandardHelpOptions = true,
    description = {
      "Tells where the time of training steps goes.",
      "Needs the made data of benchmarks/run-peers in $BRAID_PEERS (runs/peers)."
    })
public final class ProfileBenchmark implements Callable<Integer> {

  private static final int PLACES = 10;

  @Parameters(
      paramLabel = "ROW",
      arity = "0..*",
      defaultValue = "W2 W3 W4 W6",
      split = " ",
      description = "rows of benchmarks/run-peers (default: ${DEFAULT-VALUE})")
  private List<String> rows = new ArrayList<>();

  @Mixin private ChosenEngines engines = new ChosenEngines();

  @Option(names = "--out", description = "a Markdown file for the tables")
  private @Nullable Path out;

  private ProfileBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ProfileBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    StringBuilder page =
        new StringBuilder(
            """
            # Where the time of a step goes

            `benchmarks/run-profile %s %s`, %s

            %s. One thread, no shards. Java Flight Recorder, a sample each 20 ms, of those in a training step: in which function of the
            engine, and who of Braid asked for it.

            """
                .formatted(String.join(" ", rows), engines, HostFacts.now(), HostFacts.machine()));
    for (String row : rows) {
      for (EngineName engine : engines.all()) {
        String table = table(row, engine);
        System.out.print(table);
        page.append(table);
      }
    }
    if (out != null) {
      Files.writeString(out, page.toString().stripTrailing() + "\n");
    }
    return 0;
  }

  private static String table(String row, EngineName engine)
      throws IOException, InterruptedException {
    Path runs = Files.createTempDirectory("profile-");
    Path recording = runs.resolve("steps.jfr");
    List<String> command =
        List.of(
            "./braid",
            "train",
            "benchmarks/peers/" + row.toLowerCase(Locale.ROOT) + ".conf",
            "--runs",
            runs.toString(),
            "--set",
            "engine=" + engine,
            "--set",
            "threads=1");
    Path log = runs.resolve("log.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder
        .environment()
        .put(
            "BRAID_JAVA_OPTS",
            "-Xlog:disable -XX:StartFlightRecording=settings=default,filename=" + recording);
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException(Files.readString(log));
    }
    Samples samples = Samples.read(recording);
    Folders.delete(runs);
    StringBuilder table =
        new StringBuilder(
            "## %s, %s\n\n%d samples.\n\n| share | in the engine | asked for by |\n|---|---|---|\n"
                .formatted(row, engine, samples.total()));
    int shown = 0;
    for (Map.Entry<Samples.Place, Integer> place : samples.first(PLACES)) {
      shown += place.getValue();
      table.append(
          line(place.getValue(), samples, place.getKey().engine(), place.getKey().caller()));
    }
    return table
        .append(line(samples.total() - shown, samples, "all else", ""))
        .append('\n')
        .toString();
  }

  private static String line(int count, Samples samples, String engine, String caller) {
    return String.format(
        Locale.ROOT, "| %.1f %% | %s | %s |%n", 100.0 * count / samples.total(), engine, caller);
  }
}
