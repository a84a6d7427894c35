package org.braidml.runner.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what a run ran on with what it would go on with. */
final class ResumedEnvironment {

  private final RunDirectory directory;
  private final RunListener listener;
  private final boolean anyway;

  /**
   * A comparison.
   *
   * @param anyway whether to go on where something differs
   */
  ResumedEnvironment(RunDirectory directory, RunListener listener, boolean anyway) {
    this.directory = directory;
    this.listener = listener;
    this.anyway = anyway;
  }

  /**
   * Returns the environment of the run; what differs now, if that is allowed, is added to its file.
   *
   * @param now what would be written down for a new run
   * @throws RunException if something differs and that is not allowed
   */
  Map<String, Object> of(Map<String, Object> now) throws IOException {
    Optional<Map<String, Object>> saved = RunFiles.environment(directory);
    if (saved.isEmpty()) {
      WholeFile.write(directory.environment(), Json.pretty(now));
      return now;
    }
    Map<String, Object> then = saved.get();
    List<Difference> differences = EnvironmentFacts.differences(then, now);
    if (differences.isEmpty()) {
      return then;
    }
    if (!anyway) {
      throw new RunException(
          directory.path()
              + ": the run would not go on as it began; what differs:\n"
              + differences.stream().map(ResumedEnvironment::told).collect(Collectors.joining())
              + "restore what differs, or give --anyway: the result is then not that of a run that"
              + " was never stopped");
    }
    listener.note(
        "goes on although " + differences.size() + " things differ; see environment.json");
    Map<String, Object> both = new LinkedHashMap<>(then);
    Map<String, String> with = new LinkedHashMap<>();
    differences.forEach(found -> with.put(found.key(), found.second()));
    both.put("resumed-with", with);
    WholeFile.write(directory.environment(), Json.pretty(both));
    return both;
  }

  private static String told(Difference found) {
    return "    "
        + found.key()
        + "\n      then "
        + found.first()
        + "\n      now  "
        + found.second()
        + '\n';
  }
}
