package org.braidml.runner.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.braidml.api.Choice;
import org.braidml.api.Plugin;
import org.braidml.api.config.Choices;
import org.braidml.api.graph.ModelConfig;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.bundle.BundleException;

/** Which plug-ins a model uses, with version and the SHA-256 of their jars. */
public final class PluginFacts {

  private PluginFacts() {}

  /** Returns the plug-ins that a model chose, nested ones included, each once. */
  public static List<Map<String, String>> used(ModelConfig model, Registry registry) {
    Set<Plugin<?>> chosen =
        Choices.in(model).stream()
            .<Plugin<?>>map(Choice::plugin)
            .collect(
                Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    return registry.entries().stream()
        .filter(entry -> chosen.contains(entry.plugin()))
        .map(PluginFacts::facts)
        .toList();
  }

  /** Returns the same by SPI and id. */
  static Map<String, Map<String, Map<String, String>>> byId(ModelConfig model, Registry registry) {
    Map<String, Map<String, Map<String, String>>> bySpi = new TreeMap<>();
    for (Map<String, String> facts : used(model, registry)) {
      Map<String, String> rest = new TreeMap<>(facts);
      String spi = String.valueOf(rest.remove("spi"));
      String id = String.valueOf(rest.remove("id"));
      bySpi.computeIfAbsent(spi, key -> new TreeMap<>()).put(id, rest);
    }
    return bySpi;
  }

  private static Map<String, String> facts(Registry.Entry entry) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("spi", entry.spi().key());
    facts.put("id", entry.id());
    facts.put("jar", entry.jar());
    facts.put("version", entry.version());
    facts.put("sha-256", sum(entry.plugin().getClass()));
    return facts;
  }

  /** Returns the SHA-256 of the jar that a class comes from. */
  static String sum(Class<?> type) {
    try {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar) ? Sha256.of(jar) : "a folder of classes";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the jar of " + type.getName(), e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path of the jar of " + type.getName(), e);
    }
  }

  /**
   * Requires that every plug-in of a bundle is there.
   *
   * @throws BundleException naming those that are not, with their jars
   */
  public static void requireAll(Path folder, JsonNode plugins, Registry registry) {
    List<String> missing = new ArrayList<>();
    for (JsonNode plugin : plugins) {
      boolean there =
          registry.entries().stream()
              .anyMatch(
                  entry ->
                      entry.spi().key().equals(plugin.path("spi").asText())
                          && entry.id().equals(plugin.path("id").asText()));
      if (!there) {
        missing.add(
            plugin.path("spi").asText()
                + " \""
                + plugin.path("id").asText()
                + "\" from "
                + plugin.path("jar").asText()
                + ", version "
                + plugin.path("version").asText());
      }
    }
    if (!missing.isEmpty()) {
      throw new BundleException(
          folder
              + ": it was made with plug-ins that are not here:\n  "
              + String.join("\n  ", missing)
              + "\nput their jars into plugins/");
    }
  }
}
