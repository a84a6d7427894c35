package org.braidml.runner.study.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.run.EpochReport;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.RunReport;

/** What a trial that has ended well writes down of its run. */
public final class TrialRun {

  private static final Path STATUS = Path.of("/proc/self/status");

  private TrialRun() {}

  /** Returns the result of a run in this process. */
  public static TrialResult result(String variant, long seed, int attempt, RunReport report) {
    Map<String, Double> validation = new HashMap<>();
    report.epochs().stream()
        .filter(epoch -> epoch.epoch() == report.bestEpoch())
        .forEach(epoch -> validation.putAll(finite(epoch.validation(), "")));
    Map<String, Double> test = new LinkedHashMap<>();
    Map<String, Double> simplest = new LinkedHashMap<>();
    Map<String, Double> lastValue = new LinkedHashMap<>();
    String name = "";
    for (HeadReport head : report.heads()) {
      String prefix = report.heads().size() == 1 ? "" : head.head() + ".";
      test.putAll(finite(head.metrics(), prefix));
      simplest.putAll(finite(head.baseline(), prefix));
      lastValue.putAll(finite(head.lastValue(), prefix));
      name = head.baselineName();
    }
    return new TrialResult(
        variant,
        seed,
        TrialResult.State.DONE,
        "",
        attempt,
        validation,
        test,
        simplest,
        name,
        lastValue,
        report.bestEpoch(),
        report.epochs().size(),
        report.parameters(),
        median(report.epochs().stream().map(EpochReport::seconds).sorted().toList()),
        report.seconds(),
        megabytes(),
        report.rows().getOrDefault("train", 0),
        report.rows().getOrDefault("test", 0),
        report.rows().getOrDefault("validation", 0));
  }

  /** What is not defined is left out. */
  private static Map<String, Double> finite(Map<String, Double> metrics, String prefix) {
    Map<String, Double> finite = new LinkedHashMap<>();
    metrics.forEach(
        (name, value) -> {
          if (Double.isFinite(value)) {
            finite.put(prefix + name, value);
          }
        });
    return finite;
  }

  private static double median(List<Double> sorted) {
    int n = sorted.size();
    return n == 0 ? 0 : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  /** The most memory that this process held, Java's and the engine's; Linux says it. */
  private static long megabytes() {
    try {
      return !Files.isReadable(STATUS)
          ? 0
          : Files.readAllLines(STATUS, StandardCharsets.UTF_8).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
              .findFirst()
              .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
