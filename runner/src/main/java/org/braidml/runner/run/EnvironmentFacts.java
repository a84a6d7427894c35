package org.braidml.runner.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.Version;

/** What a run ran on: versions, machine, plug-ins. Written before training begins. */
final class EnvironmentFacts {

  private EnvironmentFacts() {}

  static Map<String, Object> collect(EngineRuntime runtime, Registry registry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("braid", Version.BRAID);
    facts.put(
        "engine",
        Map.of(
            "name", runtime.engine().getEngineName(),
            "version", runtime.engine().getVersion(),
            "djl", ai.djl.engine.Engine.getDjlVersion(),
            "threads", runtime.threads(),
            "device", String.valueOf(runtime.manager().getDevice())));
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
    facts.put("plug-ins", PluginFacts.all(registry));
    return facts;
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
