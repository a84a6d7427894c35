package org.braidml.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.braidml.benchmarks.ChosenEngines;
import org.braidml.runner.experiment.EngineName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Trains the examples on public data, each over several seeds and on both engines, as a user would:
 * by the program. Runs that are finished already are read, not repeated.
 */
@Command(
    name = "benchmarks/run-results",
    mixinStandardHelpOptions = true,
    description = "Trains the examples on public data over seeds and engines.")
public final class ResultsBenchmark implements Callable<Integer> {

  @Mixin private ChosenEngines engines = new ChosenEngines();

  @Option(
      names = "--seeds",
      defaultValue = "5",
      description = "how many, from 1 on; at least 2 (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(
      names = "--subjects",
      split = ",",
      description =
          "data sets, such as icu,turbofan; the page keeps the rows of others (default: all)")
  private List<String> sets = List.of();

  @Option(
      names = "--jobs",
      defaultValue = "1",
      description = "runs at a time (default: ${DEFAULT-VALUE})")
  private int jobs;

  @Option(
      names = "--runs",
      defaultValue = "runs/results",
      description = "where the runs go (default: ${DEFAULT-VALUE})")
  private Path runs;

  @Option(
      names = "--out",
      defaultValue = "docs/RESULTS.md",
      description = "the page (default: ${DEFAULT-VALUE})")
  private Path out;

  private ResultsBenchmark() {}

  /** Runs the benchmark. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new ResultsBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    if (System.getenv("BRAID_DATA") == null) {
      System.err.println("BRAID_DATA names no folder; the experiment files say what belongs there");
      return 2;
    }
    List<String> known = Subject.ALL.stream().map(Subject::set).distinct().toList();
    if (!known.containsAll(sets)) {
      System.err.println("--subjects takes " + String.join(", ", known));
      return 2;
    }
    List<Outcome> outcomes = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      Map<Trial, Future<JsonNode>> reports = new LinkedHashMap<>();
      trials().forEach(trial -> reports.put(trial, pool.submit(trial::report)));
      for (Subject subject : subjects()) {
        for (EngineName engine : engines.all()) {
          List<JsonNode> seeds = new ArrayList<>();
          for (Trial trial : reports.keySet()) {
            if (trial.subject().equals(subject) && trial.engine() == engine) {
              seeds.add(reports.get(trial).get());
            }
          }
          outcomes.add(Outcome.of(subject, engine, seeds));
          System.out.println(ResultsPage.row(outcomes.get(outcomes.size() - 1)));
        }
      }
    } finally {
      pool.shutdownNow();
    }
    Files.writeString(out, ResultsPage.of(options(), outcomes, EarlierPage.read(out)));
    return 0;
  }

  private List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (Subject subject : subjects()) {
      for (EngineName engine : engines.all()) {
        for (int seed = 1; seed <= subject.seeds(seeds); seed++) {
          trials.add(new Trial(subject, engine, seed, runs));
        }
      }
    }
    return trials;
  }

  private List<Subject> subjects() {
    return Subject.ALL.stream().filter(s -> sets.isEmpty() || sets.contains(s.set())).toList();
  }

  private String options() {
    String subset = sets.isEmpty() ? "" : " --subjects " + String.join(",", sets);
    return engines + " --seeds " + seeds + subset;
  }
}
