package org.braidml.api.plugin;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
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

  /** Whoever cannot be asked for a next provider this often is not asked again. */
  private static final int MOST_FAILURES = 10_000;

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
      List<Registry.Entry> ofSpi = new ArrayList<>();
      Set<String> given = new HashSet<>();
      for (Class<?> type : providers(spi, loader, ofSpi, refused, without)) {
        given.add(type.getName());
      }
      ofSpi.sort(Comparator.comparing(Registry.Entry::id));
      found.addAll(ofSpi);
      for (ServiceFile file : ServiceFile.on(loader, spi.type().getName())) {
        file.types().stream()
            .filter(given::add)
            .forEach(type -> refused.add(Refusal.of(spi.type(), file.jar(), type, loader)));
      }
    }
    return new Discovery(found, refused);
  }

  /** Returns the classes that loaded; those that did not are explained by their service files. */
  private static List<Class<?>> providers(
      Spi spi,
      ClassLoader loader,
      List<Registry.Entry> found,
      List<Refusal> refused,
      Set<Path> without) {
    List<Class<?>> given = new ArrayList<>();
    @SuppressWarnings("rawtypes")
    Iterator<? extends ServiceLoader.Provider<? extends Plugin>> providers =
        ServiceLoader.load(spi.type(), loader).stream().iterator();
    for (int failures = 0; failures < MOST_FAILURES; ) {
      try {
        if (!providers.hasNext()) {
          return given;
        }
        ServiceLoader.Provider<? extends Plugin<?>> provider = cast(providers.next());
        given.add(provider.type());
        if (place(provider.type()).filter(without::contains).isEmpty()) {
          make(spi, provider, found, refused);
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
      }
    }
    return given;
  }

  @SuppressWarnings("unchecked")
  private static ServiceLoader.Provider<? extends Plugin<?>> cast(Object provider) {
    return (ServiceLoader.Provider<? extends Plugin<?>>) provider;
  }

  private static void make(
      Spi spi,
      ServiceLoader.Provider<? extends Plugin<?>> provider,
      List<Registry.Entry> found,
      List<Refusal> refused) {
    Class<?> type = provider.type();
    String where = "the constructor";
    try {
      Plugin<?> plugin = provider.get();
      where = "id() or configType()";
      String id = plugin.id();
      if (id == null || !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        refused.add(Refusal.misnamed(jar(type), type.getName(), id));
      } else {
        requireRecord(plugin);
        found.add(new Registry.Entry(spi, plugin, jar(type), version(type)));
      }
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      refused.add(Refusal.thrown(jar(type), type.getName(), where, cause));
    } catch (LinkageError | RuntimeException e) {
      refused.add(Refusal.thrown(jar(type), type.getName(), where, e));
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
