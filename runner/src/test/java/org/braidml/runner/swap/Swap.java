package org.braidml.runner.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.braidml.api.Merger;
import org.braidml.api.Pooling;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.plugin.Registry;

/**
 * One model in the place of an example's own.
 *
 * @param components those that it swaps in, as {@code merger.sum}
 * @param sets the overrides that do it
 */
record Swap(List<String> components, List<String> sets) {

  /** The SPIs whose components are swapped. */
  private static final List<Class<?>> SWAPPED =
      List.of(SequenceEncoder.class, Pooling.class, StaticFeatureEncoder.class, Merger.class);

  /** Returns the components that must occur in some model, as {@code merger.sum}. */
  static Set<String> components(Registry registry) {
    Set<String> names = new TreeSet<>();
    SWAPPED.forEach(spi -> registry.entries(spi).values().forEach(e -> names.add(name(e))));
    return names;
  }

  /**
   * Returns every encoder with every pooling that it nests, and every merger with each.
   *
   * @param registry the components
   * @param encoder the encoder of the example that is swapped
   * @param spi which kind of encoder it is
   * @param other another encoder of the example, for mergers that must be told one; or the same
   */
  static List<Swap> all(Registry registry, String encoder, Class<?> spi, String other) {
    Settings settings = new Settings(registry, other);
    List<Swap> mergers = mergers(registry, settings);
    List<Swap> all = new ArrayList<>();
    for (Swap chosen : encoders(registry, settings, "model.encoders." + encoder, spi)) {
      mergers.forEach(merger -> all.add(chosen.with(merger)));
    }
    return all;
  }

  private static List<Swap> encoders(
      Registry registry, Settings settings, String path, Class<?> spi) {
    List<Swap> encoders = new ArrayList<>();
    for (Registry.Entry entry : registry.entries(spi).values()) {
      Swap alone = new Swap(List.of(name(entry)), settings.of(entry, path));
      Settings.nested(entry, Pooling.class)
          .ifPresentOrElse(
              key ->
                  registry
                      .entries(Pooling.class)
                      .values()
                      .forEach(
                          pooling ->
                              encoders.add(alone.with(of(settings, pooling, path + '.' + key)))),
              () -> encoders.add(alone));
    }
    return encoders;
  }

  private static List<Swap> mergers(Registry registry, Settings settings) {
    List<Swap> mergers = new ArrayList<>();
    for (Registry.Entry entry : registry.entries(Merger.class).values()) {
      Swap bare = of(settings, entry, "model.merger");
      mergers.add(bare);
      List<String> more = Settings.optional(entry, "model.merger");
      if (!more.isEmpty()) {
        mergers.add(bare.with(new Swap(List.of(), more)));
      }
    }
    return mergers;
  }

  private static Swap of(Settings settings, Registry.Entry entry, String path) {
    return new Swap(List.of(name(entry)), settings.of(entry, path));
  }

  private Swap with(Swap other) {
    return new Swap(joined(components, other.components), joined(sets, other.sets));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private static String name(Registry.Entry entry) {
    return entry.spi().key() + "." + entry.id();
  }
}
