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

  /** Returns every plug-in. */
  static List<Map<String, String>> all(Registry registry) {
    return registry.entries().stream().map(PluginFacts::facts).toList();
  }

  private static Map<String, String> facts(Registry.Entry entry) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("spi", entry.spi().key());
    facts.put("id", entry.id());
    facts.put("jar", entry.jar());
    facts.put("version", entry.version());
    facts.put("sha-256", sum(entry));
    return facts;
  }

  private static String sum(Registry.Entry entry) {
    try {
      Path jar =
          Path.of(
              entry
                  .plugin()
                  .getClass()
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      return Files.isRegularFile(jar) ? Sha256.of(jar) : "a folder of classes";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + entry.jar(), e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path: " + entry.jar(), e);
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
