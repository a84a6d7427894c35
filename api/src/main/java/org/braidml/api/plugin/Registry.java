package org.braidml.api.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.braidml.api.Encoder;
import org.braidml.api.Plugin;
import org.braidml.api.config.ConfigurationException;
import org.braidml.api.config.Problem;

/** The plug-ins that a configuration may name: immutable, by SPI and id. */
public final class Registry {

  private final List<Entry> entries;

  /**
   * A registry of plug-ins.
   *
   * @throws ConfigurationException if two have one id within an SPI, or one is an encoder of both
   *     kinds; it names both jars
   */
  public Registry(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (clash(entries.get(j), entries.get(i))) {
          problems.add(duplicate(entries.get(j), entries.get(i)));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException("the plug-ins on the class path", problems);
    }
  }

  /**
   * One plug-in.
   *
   * @param spi what it implements
   * @param plugin the provider
   * @param jar the file name of its jar or class folder
   * @param version the version in its manifest, or {@code unknown}
   */
  public record Entry(Spi spi, Plugin<?> plugin, String jar, String version) {

    /** Returns the plug-in's id. */
    public String id() {
      return plugin.id();
    }

    /** Returns the class of its settings. */
    public Class<? extends Record> configType() {
      return plugin.configType();
    }
  }

  /** Returns every plug-in, in the order of {@link Spi#ALL} and of ids. */
  public List<Entry> entries() {
    return entries;
  }

  /** Returns the plug-ins of an SPI by id, sorted; {@link Encoder} stands for both its kinds. */
  public Map<String, Entry> entries(Class<?> spi) {
    Map<String, Entry> byId = new TreeMap<>();
    for (Entry entry : entries) {
      if (spi.isAssignableFrom(entry.spi().type())) {
        byId.put(entry.id(), entry);
      }
    }
    return Collections.unmodifiableMap(byId);
  }

  private static boolean clash(Entry a, Entry b) {
    boolean encoders = a.plugin() instanceof Encoder<?> && b.plugin() instanceof Encoder<?>;
    return a.id().equals(b.id()) && (a.spi().equals(b.spi()) || encoders);
  }

  private static Problem duplicate(Entry a, Entry b) {
    return Problem.at(a.spi().key() + " \"" + a.id() + '"')
        .what("two plug-ins have this id")
        .where(
            a.plugin().getClass().getName()
                + " in "
                + a.jar()
                + "\nand "
                + b.plugin().getClass().getName()
                + " in "
                + b.jar())
        .remedy("remove one of the two jars, or rename an id: none is preferred")
        .build();
  }
}
