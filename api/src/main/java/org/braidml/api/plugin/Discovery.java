package org.braidml.api.plugin;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.braidml.api.Plugin;

/**
 * Finds plug-ins on a class path, once. A broken provider is set aside with the reason and never
 * keeps the good ones out.
 *
 * @param found what can be used, sorted by SPI and id
 * @param refused what could not be loaded, in a sentence each
 */
public record Discovery(List<Registry.Entry> found, List<String> refused) {

  public Discovery {
    found = List.copyOf(found);
    refused = List.copyOf(refused);
  }

  /** Looks for the providers of every SPI. */
  public static Discovery on(ClassLoader loader) {
    List<Registry.Entry> found = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Spi spi : Spi.ALL) {
      List<Registry.Entry> ofSpi = new ArrayList<>();
      providers(spi, loader, ofSpi, refused);
      ofSpi.sort(Comparator.comparing(Registry.Entry::id));
      found.addAll(ofSpi);
    }
    return new Discovery(found, refused);
  }

  private static void providers(
      Spi spi, ClassLoader loader, List<Registry.Entry> found, List<String> refused) {
    @SuppressWarnings("rawtypes")
    Iterator<? extends ServiceLoader.Provider<? extends Plugin>> providers =
        ServiceLoader.load(spi.type(), loader).stream().iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        found.add(entry(spi, providers.next().get()));
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        String named = spi.type().getName() + ": ";
        refused.add(spi.key() + ": " + reason(e).replace(named, ""));
      }
    }
  }

  private static Registry.Entry entry(Spi spi, Plugin<?> plugin) {
    if (!plugin.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          plugin.getClass().getName() + ": the id \"" + plugin.id() + "\" is not kebab-case");
    }
    String version = plugin.getClass().getPackage().getImplementationVersion();
    return new Registry.Entry(
        spi, plugin, jar(plugin.getClass()), version == null ? "unknown" : version);
  }

  /** Returns the file name of the jar or class folder that holds a class. */
  public static String jar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "unknown";
    }
    String path = source.getLocation().getPath().replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return e == root ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + root.getMessage();
  }
}
