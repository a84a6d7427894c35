package org.braidml.runner.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run beside one that was made from its directory.
 *
 * @param results for parameters, metrics and predictions: how they differ, or empty if they are the
 *     same bit for bit
 * @param around what differs in data, versions and machine, which may be why
 */
public record Reproduction(Map<String, Optional<String>> results, List<Difference> around) {

  /** Compares a finished run with a later one. */
  public static Reproduction of(RunDirectory run, RunDirectory again) throws IOException {
    Map<String, Optional<String>> results = new LinkedHashMap<>();
    results.put("parameters", parameters(run.parameters(), again.parameters()));
    results.put("metrics", lines(run.metrics(), again.metrics(), "epochs"));
    if (Files.exists(run.predictions()) || Files.exists(again.predictions())) {
      results.put("predictions", lines(run.predictions(), again.predictions(), "lines"));
    }
    return new Reproduction(
        results,
        EnvironmentFacts.differences(
            RunFiles.environment(run).orElse(Map.of()),
            RunFiles.environment(again).orElse(Map.of())));
  }

  /** Returns whether the results are the same bit for bit. */
  public boolean same() {
    return results.values().stream().allMatch(Optional::isEmpty);
  }

  private static Optional<String> parameters(Path first, Path second) throws IOException {
    if (Files.mismatch(first, second) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        ArraysOfFile.difference(ArraysOfFile.read(first), ArraysOfFile.read(second)));
  }

  private static Optional<String> lines(Path first, Path second, String what) throws IOException {
    if (!Files.exists(first) || !Files.exists(second)) {
      return Optional.of("are missing in " + (Files.exists(first) ? "the new run" : "the old run"));
    }
    if (Files.mismatch(first, second) < 0) {
      return Optional.empty();
    }
    List<String> a = Files.readAllLines(first, StandardCharsets.UTF_8);
    List<String> b = Files.readAllLines(second, StandardCharsets.UTF_8);
    int most = Math.max(a.size(), b.size());
    int differing = 0;
    int from = -1;
    for (int i = 0; i < most; i++) {
      if (i >= a.size() || i >= b.size() || !a.get(i).equals(b.get(i))) {
        differing++;
        from = from < 0 ? i : from;
      }
    }
    return Optional.of(
        differing + " of " + most + " " + what + " differ, the first is number " + (from + 1));
  }
}
