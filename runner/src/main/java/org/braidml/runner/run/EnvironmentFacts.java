package org.braidml.runner.run;

import ai.djl.util.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.Plugin;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.Version;
import org.braidml.runner.experiment.Experiment;

/**
 * What a run ran on: versions, machine, plug-ins, hashes of configuration and data. Written before
 * training begins.
 */
final class EnvironmentFacts {

  /** What may change without changing a bit of the result. */
  private static final List<String> HARMLESS =
      List.of("experiment", "git-commit", "machine.os", "machine.cores", "resumed-with");

  private EnvironmentFacts() {}

  /**
   * Collects the facts.
   *
   * @param runtime the engine, loaded
   * @param registry whose plug-ins the model uses
   * @param experiment what is run
   * @param resolved the text of its resolved configuration
   * @param read what it reads ({@link KeptFiles#facts})
   */
  static Map<String, Object> collect(
      EngineRuntime runtime,
      Registry registry,
      Experiment experiment,
      String resolved,
      Map<String, Object> read)
      throws IOException {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("experiment", experiment.name());
    GitFacts.commit(experiment.folder()).ifPresent(commit -> facts.put("git-commit", commit));
    byte[] configuration = resolved.getBytes(StandardCharsets.UTF_8);
    facts.put("configuration", Map.of("sha-256", Sha256.of(configuration)));
    facts.putAll(read);
    facts.put("braid", Version.BRAID);
    facts.put(
        "jars",
        Map.of("api", PluginFacts.sum(Plugin.class), "runner", PluginFacts.sum(Version.class)));
    facts.put("engine", engine(runtime));
    facts.put(
        "java",
        Map.of(
            "version", Runtime.version().toString(),
            "vendor", System.getProperty("java.vendor", "")));
    facts.put(
        "machine",
        Map.of(
            "os", System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""),
            "arch", System.getProperty("os.arch", ""),
            "cpu", cpu(),
            "cores", Runtime.getRuntime().availableProcessors()));
    facts.put("plug-ins", PluginFacts.byId(experiment.config().model(), registry));
    return facts;
  }

  private static Map<String, Object> engine(EngineRuntime runtime) {
    String name = runtime.engine().getEngineName();
    Platform natives = Platform.detectPlatform(name.toLowerCase(Locale.ROOT));
    return Map.of(
        "name", name,
        "version", runtime.engine().getVersion(),
        "natives", natives.getVersion() + " " + natives.getFlavor() + " " + natives.getClassifier(),
        "djl", ai.djl.engine.Engine.getDjlVersion(),
        "threads", runtime.threads(),
        "side-by-side", runtime.sideBySide(),
        "device", String.valueOf(runtime.manager().getDevice()));
  }

  /** Returns what differs between two environments and may change the result of a run. */
  static List<Difference> differences(Map<String, ?> then, Map<String, ?> now) {
    return Difference.between(FlatFacts.flatten(then), FlatFacts.flatten(now)).stream()
        .filter(found -> HARMLESS.stream().noneMatch(key -> isBelow(found.key(), key)))
        .toList();
  }

  /** Returns the names of what differs and may change the result of a run, if anything does. */
  static Optional<String> note(Map<String, ?> then, Map<String, ?> now) {
    List<String> keys = differences(then, now).stream().map(Difference::key).toList();
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "not as when the run was made, so that its results may differ: "
                + String.join(", ", keys));
  }

  private static boolean isBelow(String key, String other) {
    return key.equals(other) || key.startsWith(other + ".");
  }

  private static String cpu() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      if (Files.isReadable(info)) {
        return Files.readAllLines(info, StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown");
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "unknown";
  }
}
