package org.braidml.runner.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a jar holds, read without loading a class of it.
 *
 * @param path of the jar
 * @param version that its manifest states, or {@code unknown}
 * @param api the range of versions of Braid's API that its manifest states
 * @param services class names by the name of the service, of Braid's SPIs and Guice's module
 * @param classes the names of its classes
 * @param newer a class that needs a newer Java
 * @param implementations classes that ServiceLoader could make, by the SPI that they implement
 * @param defaults what {@code braid.defaults} of its {@code reference.conf} sets: {@code
 *     pooling.mean}
 * @param bundled the Maven artifacts that it was packed from, more than one in a fat jar
 */
record JarFacts(
    Path path,
    String version,
    Optional<String> api,
    Map<String, List<String>> services,
    Set<String> classes,
    Optional<Newer> newer,
    Map<String, List<String>> implementations,
    Set<String> defaults,
    Set<String> bundled) {

  /**
   * A class that needs a newer Java than the one that runs.
   *
   * @param type its name
   * @param java the version of Java that it needs
   */
  record Newer(String type, int java) {}

  /** Returns the file name of the jar. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** Returns whether it looks like a plug-in rather than a library. */
  boolean plugin() {
    return !services.isEmpty() || !implementations.isEmpty() || !defaults.isEmpty();
  }
}
