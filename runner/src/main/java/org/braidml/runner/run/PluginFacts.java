package org.braidml.runner.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.braidml.api.Choice;
import org.braidml.api.Plugin;
import org.braidml.api.config.Choices;
import org.braidml.api.graph.ModelConfig;
import org.braidml.api.plugin.Discovery;
import org.braidml.api.plugin.Registry;
import org.braidml.runner.bundle.BundleException;
import org.braidml.runner.plugin.PluginFolders;

/** Which plug-ins a model uses, with version and the SHA-256 of their jars. */
public final class PluginFacts {

  private static final String AND_SO = "; predictions may differ";
  private static final String FOLDER = "a folder of classes";

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
      Optional<Path> jar = Discovery.place(type).filter(Files::isRegularFile);
      return jar.isPresent() ? Sha256.of(jar.get()) : FOLDER;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the jar of " + type.getName(), e);
    }
  }

  /**
   * Requires that every plug-in of a bundle is there, and compares each with the one that the
   * bundle was made with.
   *
   * @return what differs, in a sentence for each jar
   * @throws BundleException naming those that are not there, with their jars
   */
  public static List<String> compare(Path folder, JsonNode plugins, Registry registry) {
    List<String> missing = new ArrayList<>();
    Set<String> differences = new LinkedHashSet<>();
    for (JsonNode plugin : plugins) {
      String spi = plugin.path("spi").asText();
      String id = plugin.path("id").asText();
      List<Registry.Entry> there =
          registry.entries().stream()
              .filter(entry -> entry.spi().key().equals(spi) && entry.id().equals(id))
              .toList();
      if (there.isEmpty()) {
        String jar = plugin.path("jar").asText();
        missing.add(
            spi + " \"" + id + "\" from " + jar + ", version " + plugin.path("version").asText());
      } else if (there.size() == 1) { // of two, the configuration is refused
        difference(folder, plugin, there.get(0)).ifPresent(differences::add);
      }
    }
    if (!missing.isEmpty()) {
      throw new BundleException(
          folder
              + ": it was made with plug-ins that are not here:\n  "
              + String.join("\n  ", missing)
              + "\nput their jars into "
              + PluginFolders.home().map(Path::toString).orElse("plugins/")
              + ", or name their folder by --plugins");
    }
    return List.copyOf(differences);
  }

  private static Optional<String> difference(Path folder, JsonNode plugin, Registry.Entry entry) {
    String made = plugin.path("version").asText();
    String jar = plugin.path("jar").asText();
    String here = entry.jar() + ", version " + entry.version();
    if (!made.equals(entry.version())) {
      return Optional.of(
          folder
              + ": it was made with "
              + jar
              + ", version "
              + made
              + "; here is "
              + here
              + AND_SO);
    }
    String sum = plugin.path("sha-256").asText();
    String sumHere = sum(entry.plugin().getClass());
    if (sum.equals(sumHere) || sum.equals(FOLDER) || sumHere.equals(FOLDER)) {
      return Optional.empty();
    }
    return Optional.of(
        folder
            + ": it was made with another "
            + jar
            + " of the same version, "
            + made
            + ": its SHA-256 began with "
            + sum.substring(0, Math.min(12, sum.length()))
            + ", that of "
            + entry.jar()
            + " here with "
            + sumHere.substring(0, 12)
            + AND_SO);
  }
}
