package org.braidml.api.plugin;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.Plugin;

/**
 * Finds plug-ins on a class path, once. A broken provider is set aside with the reason and never
 * keeps the good ones out.
 *
 * @param found what can be used, sorted by SPI and id
 * @param refused what a service file names and cannot be used
 */
public record Discovery(List<Registry.Entry> found, List<Refusal> refused) {

  public Discovery {
    found = List.copyOf(found);
    refused = List.copyOf(refused);
  }

  /** Looks for the providers of every SPI. */
  public static Discovery on(ClassLoader loader) {
    return on(loader, Set.of());
  }

  /**
   * Looks for the providers of every SPI, except in jars that were refused though they are on the
   * class path.
   */
  public static Discovery on(ClassLoader loader, Set<Path> without) {
    List<Registry.Entry> found = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    for (Spi spi : Spi.ALL) {
      Providers<? extends Plugin<?>> providers = providers(spi, loader, without);
      List<Registry.Entry> ofSpi = new ArrayList<>();
      providers.made().forEach(plugin -> add(spi, plugin, ofSpi, refused));
      ofSpi.sort(Comparator.comparing(Registry.Entry::id));
      found.addAll(ofSpi);
      refused.addAll(providers.refused());
    }
    return new Discovery(found, refused);
  }

  @SuppressWarnings("unchecked") // an SPI is a subtype of Plugin, of whichever settings
  private static Providers<? extends Plugin<?>> providers(
      Spi spi, ClassLoader loader, Set<Path> without) {
    Class<? extends Plugin<?>> type = (Class<? extends Plugin<?>>) (Class<?>) spi.type();
    return Providers.of(type, loader, without);
  }

  private static void add(
      Spi spi, Plugin<?> plugin, List<Registry.Entry> found, List<Refusal> refused) {
    Class<?> type = plugin.getClass();
    try {
      String id = plugin.id();
      if (id == null || !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        refused.add(Refusal.misnamed(jar(type), type.getName(), id));
      } else {
        requireRecord(plugin);
        found.add(new Registry.Entry(spi, plugin, jar(type), version(type)));
      }
    } catch (LinkageError | RuntimeException e) {
      refused.add(Refusal.thrown(jar(type), type.getName(), "id() or configType()", e));
    }
  }

  private static void requireRecord(Plugin<?> plugin) {
    if (!plugin.configType().isRecord()) {
      throw new IllegalArgumentException(plugin.configType().getName() + " is no record");
    }
  }

  /** Returns the version in the manifest of the jar that holds a class, or {@code unknown}. */
  public static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  /** Returns the file name of the jar or class folder that holds a class. */
  public static String jar(Class<?> type) {
    return place(type).map(Path::getFileName).map(String::valueOf).orElse("unknown");
  }

  /** Returns the jar or class folder that holds a class, if it is a file. */
  public static Optional<Path> place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
