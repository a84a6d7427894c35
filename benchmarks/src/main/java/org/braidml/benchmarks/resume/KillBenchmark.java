package org.braidml.benchmarks.resume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.braidml.benchmarks.ChosenEngines;
import org.braidml.runner.experiment.EngineName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills runs and resumes them; each must end as the run that was never stopped, bit for bit. */
@Command(
    name = "benchmarks/run-kills",
    mixinStandardHelpOptions = true,
    description = "Kills runs, resumes them and compares the results bit for bit.")
public final class KillBenchmark implements Callable<Integer> {

  private static final List<String> COMPARED =
      List.of("bundle/parameters.safetensors", "metrics.jsonl", "predictions-test.csv");

  @Option(
      names = "--kills",
      defaultValue = "50",
      description = "how many, over all engines (default: ${DEFAULT-VALUE})")
  private int kills;

  @Option(
      names = "--kills-per-run",
      defaultValue = "5",
      description = "of one run, at most (default: ${DEFAULT-VALUE})")
  private int perRun;

  @Mixin private ChosenEngines engines = new ChosenEngines();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "of the moments (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--out", description = "a Markdown file for the table")
  private @Nullable Path out;

  private KillBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new KillBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("braid-kills");
    List<EngineName> chosen = engines.all();
    List<KillRow> rows = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      int share = kills * (i + 1) / chosen.size() - kills * i / chosen.size();
      rows.addAll(killed(chosen.get(i), share, folder.resolve(chosen.get(i).name())));
    }
    if (out != null) {
      Files.writeString(out, KillPage.of(options(), rows));
    }
    return rows.stream().allMatch(row -> row.differing().isEmpty()) ? 0 : 1;
  }

  private List<KillRow> killed(EngineName engine, int share, Path folder)
      throws IOException, InterruptedException {
    Random random = new Random(seed);
    Path whole = new KilledRun(engine, random, folder.resolve("whole")).run(0);
    List<KillRow> rows = new ArrayList<>();
    for (int left = share, number = 1; left > 0; number++) {
      KilledRun run = new KilledRun(engine, random, folder.resolve("run-" + number));
      Path directory = run.run(Math.min(left, perRun));
      left -= run.kills().size();
      KillRow row = new KillRow(engine, number, run.kills(), differing(whole, directory));
      rows.add(row);
      System.out.println(row.markdown());
    }
    return rows;
  }

  private static List<String> differing(Path whole, Path run) throws IOException {
    List<String> differing = new ArrayList<>();
    for (String file : COMPARED) {
      if (Files.mismatch(whole.resolve(file), run.resolve(file)) >= 0) {
        differing.add(file);
      }
    }
    return differing;
  }

  private String options() {
    return "--kills %d --kills-per-run %d %s --seed %d".formatted(kills, perRun, engines, seed);
  }
}
