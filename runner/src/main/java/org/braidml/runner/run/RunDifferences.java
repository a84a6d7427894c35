package org.braidml.runner.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What differs between two runs.
 *
 * @param configuration keys of their experiments
 * @param data files that they read, tokenizers and word vectors too, and rows of each side
 * @param versions of the program, plug-ins, engine and machine
 * @param metrics that they reached, and predictions
 */
public record RunDifferences(
    List<Difference> configuration,
    List<Difference> data,
    List<Difference> versions,
    List<Difference> metrics) {

  private static final String ROWS = "data.";

  /** What a run reads, rows and all else. */
  private static final List<String> READ =
      List.of(ROWS, KeptTokenizers.FACTS + ".", KeptVectors.FACTS + ".");

  /** Compares two runs by what stands in their directories; neither need be finished. */
  public static RunDifferences between(RunDirectory first, RunDirectory second) throws IOException {
    return new RunDifferences(
        Difference.between(configuration(first), configuration(second)),
        Difference.between(data(first), data(second)),
        Difference.between(versions(first), versions(second)),
        metrics(first, second));
  }

  private static Map<String, String> configuration(RunDirectory run) {
    return FlatFacts.flatten(ConfigFactory.parseFile(run.resolved().toFile()).root().unwrapped());
  }

  private static Map<String, String> data(RunDirectory run) throws IOException {
    Map<String, String> facts = environment(run);
    facts.keySet().removeIf(key -> !isRead(key));
    Map<String, String> data = new TreeMap<>();
    facts.forEach(
        (key, value) -> data.put(key.startsWith(ROWS) ? key.substring(ROWS.length()) : key, value));
    if (Files.isRegularFile(run.split())) {
      for (Map.Entry<String, JsonNode> side : Json.read(run.split()).properties()) {
        String rows = side.getValue().toString();
        data.put(
            "split." + side.getKey(),
            side.getValue().size()
                + " rows, "
                + Sha256.of(rows.getBytes(StandardCharsets.UTF_8)).substring(0, 12));
      }
    }
    return data;
  }

  private static Map<String, String> versions(RunDirectory run) throws IOException {
    Map<String, String> facts = environment(run);
    facts
        .keySet()
        .removeIf(
            key -> isRead(key) || key.startsWith("configuration.") || key.equals("experiment"));
    return facts;
  }

  private static boolean isRead(String key) {
    return READ.stream().anyMatch(key::startsWith);
  }

  private static Map<String, String> environment(RunDirectory run) throws IOException {
    return new TreeMap<>(FlatFacts.flatten(RunFiles.environment(run).orElse(Map.of())));
  }

  private static List<Difference> metrics(RunDirectory first, RunDirectory second)
      throws IOException {
    Map<String, String> a = metrics(first);
    Map<String, String> b = metrics(second);
    List<String> linesOfA = MetricsFile.lines(first.metrics());
    List<String> linesOfB = MetricsFile.lines(second.metrics());
    int same = 0;
    while (same < Math.min(linesOfA.size(), linesOfB.size())
        && linesOfA.get(same).equals(linesOfB.get(same))) {
      same++;
    }
    if (same < Math.max(linesOfA.size(), linesOfB.size())) {
      a.put("epoch " + (same + 1), same < linesOfA.size() ? "differs" : "-");
      b.put("epoch " + (same + 1), same < linesOfB.size() ? "from this" : "-");
    }
    return Difference.between(a, b);
  }

  private static Map<String, String> metrics(RunDirectory run) throws IOException {
    Map<String, String> metrics = new TreeMap<>();
    List<String> lines = MetricsFile.lines(run.metrics());
    metrics.put("epochs", Integer.toString(lines.size()));
    for (String line : lines) {
      Map<String, Object> epoch = Json.map(line);
      if (Boolean.TRUE.equals(epoch.get("best"))) {
        epoch.remove("best");
        FlatFacts.flatten(epoch).forEach((key, value) -> metrics.put("best " + key, value));
      }
    }
    if (Files.isRegularFile(run.predictions())) {
      metrics.put("predictions", Sha256.of(run.predictions()));
    }
    if (Files.isRegularFile(run.reportJson())) {
      for (JsonNode head : Json.read(run.reportJson()).path("heads")) {
        Map<String, String> ofHead = new LinkedHashMap<>();
        head.path("metrics")
            .properties()
            .forEach(entry -> ofHead.put(entry.getKey(), entry.getValue().asText()));
        String name = head.path("head").asText();
        ofHead.forEach((key, value) -> metrics.put("test " + name + "." + key, value));
      }
    }
    return metrics;
  }
}
