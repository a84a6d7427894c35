package org.braidml.api.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.braidml.api.Encoder;
import org.braidml.api.Plugin;
import org.braidml.api.config.Problem;

/**
 * The plug-ins that a configuration may name: immutable, by SPI and id. An id that two plug-ins
 * claim names neither, since none is preferred; whoever uses it is refused with both jars.
 */
public final class Registry {

  private final List<Entry> entries;
  private final List<Clash> clashes;

  /** A registry of plug-ins. */
  public Registry(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    List<Clash> found = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (clash(entries.get(j), entries.get(i))) {
          found.add(new Clash(entries.get(j), entries.get(i)));
        }
      }
    }
    this.clashes = List.copyOf(found);
  }

  /**
   * Two plug-ins of one id within an SPI, or as encoders of both kinds.
   *
   * @param first in the order of discovery
   * @param second in the order of discovery
   */
  public record Clash(Entry first, Entry second) {

    /** Returns what to tell whoever uses the id. */
    public Problem problem() {
      return Problem.at(first.spi().key() + " \"" + first.id() + '"')
          .what("two plug-ins have this id")
          .where(place(first) + "\nand " + place(second))
          .remedy("remove one of the two jars, or rename an id: none is preferred")
          .build();
    }

    private static String place(Entry entry) {
      return entry.plugin().getClass().getName() + " in " + entry.jar();
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

  /** Returns every plug-in, in the order of {@link Spi#ALL} and of ids, clashing ones included. */
  public List<Entry> entries() {
    return entries;
  }

  /** Returns the ids that two plug-ins claim; of three, each pair. */
  public List<Clash> clashes() {
    return clashes;
  }

  /** Returns the clash of an id of an SPI, if two plug-ins claim it. */
  public Optional<Clash> clash(Class<?> spi, String id) {
    return clashes.stream()
        .filter(clash -> clash.first().id().equals(id))
        .filter(clash -> isOf(spi, clash.first()) || isOf(spi, clash.second()))
        .findFirst();
  }

  /**
   * Returns the plug-ins of an SPI by id, sorted, those whose id is not theirs alone left out;
   * {@link Encoder} stands for both its kinds.
   */
  public Map<String, Entry> entries(Class<?> spi) {
    Map<String, Entry> byId = new TreeMap<>();
    for (Entry entry : entries) {
      if (isOf(spi, entry) && clash(spi, entry.id()).isEmpty()) {
        byId.put(entry.id(), entry);
      }
    }
    return Collections.unmodifiableMap(byId);
  }

  private static boolean isOf(Class<?> spi, Entry entry) {
    return spi.isAssignableFrom(entry.spi().type());
  }

  private static boolean clash(Entry a, Entry b) {
    boolean encoders = a.plugin() instanceof Encoder<?> && b.plugin() instanceof Encoder<?>;
    return a.id().equals(b.id()) && (a.spi().equals(b.spi()) || encoders);
  }
}
