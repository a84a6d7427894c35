package org.braidml.api.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The commented defaults of records, read from the {@code reference.conf} of the very jar (or class
 * folder) that holds the record's class: no jar can set another's.
 */
public final class DefaultValues {

  private static final String ROOT = "braid.defaults";
  private static final String ORIGIN = "the defaults in ";

  private final ConcurrentHashMap<String, Config> files = new ConcurrentHashMap<>();

  /** Defaults that are read from class path entries as they are asked for. */
  public DefaultValues() {}

  /**
   * Returns the defaults at {@code braid.defaults.<name>}, if the owner's jar has any.
   *
   * @param owner a class of that jar
   * @param name for example {@code sequence-encoder.lstm}
   */
  public Optional<ConfigObject> of(Class<?> owner, String name) {
    String path = ROOT + "." + name;
    Config config = files.computeIfAbsent(location(owner), key -> read(owner));
    return config.hasPath(path) ? Optional.of(config.getObject(path)) : Optional.empty();
  }

  private static String location(Class<?> owner) {
    CodeSource source = owner.getProtectionDomain().getCodeSource();
    return source == null ? "" : source.getLocation().toString();
  }

  private static Config read(Class<?> owner) {
    String location = location(owner);
    if (location.isEmpty()) {
      return ConfigFactory.empty();
    }
    String url =
        location.endsWith("/")
            ? location + "reference.conf"
            : "jar:" + location + "!/reference.conf";
    try {
      ConfigParseOptions options =
          ConfigParseOptions.defaults()
              .setAllowMissing(true)
              .setOriginDescription(ORIGIN + fileName(location));
      return ConfigFactory.parseURL(new URL(url), options).resolve();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("no URL: " + url, e);
    }
  }

  private static String fileName(String location) {
    String path = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns whether a value was written by nobody, but is a default. */
  static boolean isDefault(ConfigValue value) {
    return value.origin().description().startsWith(ORIGIN);
  }

  /** Returns the comment above a default, its lines joined, or an empty string. */
  public static String comment(ConfigValue value) {
    return String.join(" ", value.origin().comments()).strip().replaceAll("\\s+", " ");
  }
}
