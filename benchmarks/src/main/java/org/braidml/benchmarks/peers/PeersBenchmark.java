package org.braidml.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures Braid beside a PyTorch script and a bare DJL loop, row by row. */
@Command(
    name = "benchmarks/run-peers",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Braid beside a PyTorch script and a bare DJL loop.",
      "Rows that are named are measured; without names, those that have no result yet. The page is"
          + " made of all results that are kept in $BRAID_PEERS (runs/peers)."
    })
public final class PeersBenchmark implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Parameters(paramLabel = "ROW", arity = "0..*", description = "W1 to W9, or W5-2000")
  private List<String> named = new ArrayList<>();

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "turns of each side (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--python",
      defaultValue = "${env:BRAID_PYTHON:-python3}",
      description = "an interpreter with PyTorch (default: $BRAID_PYTHON, or python3)")
  private String python;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "replaces a key of the experiments on Braid's side; may be repeated")
  private List<String> sets = new ArrayList<>();

  @Option(
      names = "--quick",
      description = "few steps at one thread, to see that all works; the numbers mean nothing")
  private boolean quick;

  @Option(names = "--page", description = "measures nothing, and makes the page of what is kept")
  private boolean pageOnly;

  @Option(names = "--out", description = "a Markdown file for the page")
  private @Nullable Path out;

  private PeersBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PeersBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Path.of(Optional.ofNullable(System.getenv("BRAID_PEERS")).orElse("runs/peers"));
    List<Row> rows = Rows.all();
    List<String> unknown =
        named.stream().filter(id -> rows.stream().noneMatch(row -> row.id().equals(id))).toList();
    if (!unknown.isEmpty()) {
      System.err.println(
          "no row "
              + String.join(", ", unknown)
              + "; there are "
              + rows.stream().map(Row::id).collect(Collectors.joining(", ")));
      return REFUSED;
    }
    if (System.getenv("BRAID_DATA") == null) {
      System.err.println("BRAID_DATA names no folder; the experiment files say what belongs there");
      return REFUSED;
    }
    Results results = new Results(folder.resolve("results"));
    new MadeData(folder).write();
    Plan plan = new Plan(rounds, folder, python, sets, quick);
    String version;
    try {
      version = new ScriptSide(plan).version();
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return REFUSED;
    }
    System.out.println("PyTorch " + version + " of " + python);
    for (Row row : pageOnly ? List.<Row>of() : rows) {
      if (named.isEmpty() ? !results.has(row.id()) : named.contains(row.id())) {
        long start = System.nanoTime();
        System.out.println(row.id());
        results.keep(row.id(), row.measure(plan));
        System.out.printf(Locale.ROOT, "  %.0f s%n", (System.nanoTime() - start) / 1e9);
      }
    }
    String page = PeersPage.of(results, options(), version);
    if (out == null) {
      System.out.println(page);
    } else {
      Files.writeString(out, page);
    }
    return 0;
  }

  private String options() {
    return (quick ? " --quick" : "")
        + sets.stream().map(set -> " --set " + set).collect(Collectors.joining());
  }
}
