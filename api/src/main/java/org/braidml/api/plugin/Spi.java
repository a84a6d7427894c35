package org.braidml.api.plugin;

import java.util.List;
import org.braidml.api.Head;
import org.braidml.api.Merger;
import org.braidml.api.Plugin;
import org.braidml.api.Pooling;
import org.braidml.api.Projection;
import org.braidml.api.RecurrentCell;
import org.braidml.api.SequenceEncoder;
import org.braidml.api.SequenceTransform;
import org.braidml.api.StaticFeatureEncoder;
import org.braidml.api.config.Names;

/**
 * One service provider interface.
 *
 * @param type the interface that {@link java.util.ServiceLoader} is asked for
 */
@SuppressWarnings("rawtypes")
public record Spi(Class<? extends Plugin> type) {

  /** All of them. */
  public static final List<Spi> ALL =
      List.of(
          new Spi(SequenceTransform.class),
          new Spi(SequenceEncoder.class),
          new Spi(RecurrentCell.class),
          new Spi(Pooling.class),
          new Spi(StaticFeatureEncoder.class),
          new Spi(Merger.class),
          new Spi(Projection.class),
          new Spi(Head.class));

  /** Returns the kebab-case name, for example {@code sequence-encoder}. */
  public String key() {
    return Names.kebab(type.getSimpleName());
  }

  /** Returns the SPI that a plug-in implements, the first of {@link #ALL} if it is several. */
  public static Spi of(Plugin<?> plugin) {
    return ALL.stream()
        .filter(spi -> spi.type().isInstance(plugin))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(plugin.getClass() + " is no plug-in"));
  }
}
