package org.braidml.benchmarks.resume;

import java.util.List;
import java.util.stream.Collectors;
import org.braidml.runner.experiment.EngineName;

/**
 * A run that was killed and resumed, beside the one that never was.
 *
 * @param engine that computed
 * @param number of the run, from 1
 * @param kills in order
 * @param differing files that are not the same bit for bit
 */
record KillRow(EngineName engine, int number, List<Kill> kills, List<String> differing) {

  static final String HEADER =
      """
      | engine | run | killed after | result |
      |---|---|---|---|""";

  String markdown() {
    String moments =
        kills.stream()
            .map(kill -> kill.after() + (kill.whileWriting() ? " (while writing)" : ""))
            .collect(Collectors.joining("; "));
    String result =
        differing.isEmpty() ? "the same bits" : "**differs**: " + String.join(", ", differing);
    return "| %s | %d | %s | %s |".formatted(engine, number, moments, result);
  }
}
