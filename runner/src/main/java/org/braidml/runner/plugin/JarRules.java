package org.braidml.runner.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.braidml.api.plugin.ApiRange;
import org.braidml.api.plugin.ApiVersion;
import org.braidml.api.plugin.ServiceFile;
import org.braidml.api.plugin.Spi;

/** What a jar may not be, and what its author has forgotten. */
final class JarRules {

  private static final int SHOWN = 3;

  private JarRules() {}

  /** Returns why nothing of a jar may be loaded, if there is a reason in the jar itself. */
  static Optional<Notice> refusal(JarFacts jar) {
    if (jar.newer().isPresent()) {
      JarFacts.Newer newer = jar.newer().get();
      int here = Runtime.version().feature();
      return Optional.of(
          Notice.refused(
              jar.name(),
              newer.type() + " needs Java " + newer.java() + ", and this is Java " + here,
              "run Braid with Java " + newer.java() + ", or build the jar for Java 17"));
    }
    return jar.api().flatMap(range -> outside(jar, range));
  }

  private static Optional<Notice> outside(JarFacts jar, String text) {
    ApiRange range;
    try {
      range = ApiRange.of(text);
    } catch (IllegalArgumentException e) {
      return Optional.of(
          Notice.refused(
              jar.name(),
              "version " + jar.version() + ": " + ApiRange.ATTRIBUTE + ": " + e.getMessage(),
              "write " + attribute() + " into its manifest"));
    }
    if (range.contains(ApiVersion.CURRENT)) {
      return Optional.empty();
    }
    return Optional.of(
        Notice.refused(
            jar.name(),
            "version "
                + jar.version()
                + " is for Braid "
                + range
                + " ("
                + ApiRange.ATTRIBUTE
                + "), and this is Braid "
                + ApiVersion.CURRENT
                + named(jar),
            "get a version of the jar for this Braid, or build it again and test it"));
  }

  private static String named(JarFacts jar) {
    String types =
        jar.services().values().stream()
            .flatMap(List::stream)
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return types.isEmpty() ? "" : ", so it loads nothing of " + types;
  }

  private static String attribute() {
    return ApiRange.ATTRIBUTE + ": " + ApiVersion.CURRENT.compatible();
  }

  /** Returns what is wrong with a jar that is on the class path. */
  static List<Notice> faults(JarFacts jar) {
    List<Notice> faults = new ArrayList<>();
    jar.services().forEach((service, types) -> missing(jar, service, types, faults));
    lost(jar, faults);
    if (!jar.services().isEmpty() && jar.api().isEmpty()) {
      faults.add(
          new Notice(
              jar.name(),
              Notice.Kind.NOTE,
              "it does not state the versions of Braid that it works with",
              "add " + attribute() + " to its manifest"));
    }
    return faults;
  }

  private static void missing(
      JarFacts jar, String service, List<String> types, List<Notice> faults) {
    for (String type : types) {
      if (!jar.classes().contains(type)) {
        faults.add(
            Notice.broken(
                jar.name(),
                ServiceFile.FOLDER + service + " names " + type + ", which the jar lacks",
                "correct the service file, or put the class into the jar"));
      }
    }
  }

  /** Classes and defaults that no service file leads to. */
  private static void lost(JarFacts jar, List<Notice> faults) {
    for (Spi spi : Spi.ALL) {
      String service = spi.type().getName();
      List<String> named = jar.services().getOrDefault(service, List.of());
      Set<String> lost = new TreeSet<>(jar.implementations().getOrDefault(service, List.of()));
      named.forEach(lost::remove);
      Set<String> ids = ids(jar, spi);
      boolean more = ids.size() > named.size();
      if (!lost.isEmpty() || (named.isEmpty() && more)) {
        faults.add(lost(jar, spi, lost, more ? ids : Set.of()));
      }
    }
  }

  private static Set<String> ids(JarFacts jar, Spi spi) {
    String start = spi.key() + ".";
    return jar.defaults().stream()
        .filter(key -> key.startsWith(start))
        .map(key -> key.substring(start.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Notice lost(JarFacts jar, Spi spi, Set<String> types, Set<String> ids) {
    String file = ServiceFile.FOLDER + spi.type().getName();
    List<String> holds = new ArrayList<>();
    if (!types.isEmpty()) {
      holds.add(some(types));
    }
    if (!ids.isEmpty()) {
      holds.add("defaults of the " + spi.key() + " " + some(ids));
    }
    String what = "it holds " + String.join(" and ", holds) + ", which no service file leads to";
    if (jar.bundled().size() < 2) {
      String line = types.isEmpty() ? "its class" : some(types);
      return Notice.broken(jar.name(), what, "write " + line + " into " + file);
    }
    return Notice.broken(
        jar.name(),
        what + ": it was packed from " + some(jar.bundled()) + ", whose service files were lost",
        "merge " + file + " when packing, or put the libraries beside it as jars");
  }

  private static String some(Set<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
  }
}
