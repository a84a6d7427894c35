package org.braidml.runner.swap;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.Choice;
import org.braidml.api.config.Described;
import org.braidml.api.config.Names;
import org.braidml.api.config.Range;
import org.braidml.api.plugin.Registry;

/**
 * The overrides that put a component into an experiment, read off its record: its type, and what it
 * has no default for.
 *
 * @param registry the components
 * @param encoder an encoder of the experiment, for settings that name one
 */
record Settings(Registry registry, String encoder) {

  private static final String WIDTH = "8";

  /** Returns the overrides that name a component and give it what it must have. */
  List<String> of(Registry.Entry entry, String path) {
    Set<String> required = new HashSet<>();
    for (Described.Key key : Described.of(entry)) {
      if (key.defaultValue().equals("(required)")) {
        required.add(key.name());
      }
    }
    List<String> sets = new ArrayList<>(List.of(path + ".type=" + entry.id()));
    for (RecordComponent component : entry.configType().getRecordComponents()) {
      if (required.contains(key(component))) {
        sets.addAll(value(component, path + "." + key(component)));
      }
    }
    return sets;
  }

  private List<String> value(RecordComponent component, String path) {
    if (component.getType() == Choice.class) {
      return of(registry.entries(spi(component)).values().iterator().next(), path);
    }
    if (component.getType() == String.class) {
      return List.of(path + "=" + encoder);
    }
    Range range = component.getAnnotation(Range.class);
    boolean unbounded = range == null || Double.isInfinite(range.min());
    return List.of(path + "=" + (unbounded ? WIDTH : Long.toString((long) range.min())));
  }

  /** Returns the overrides that set each whole number that may be left out; often there is none. */
  static List<String> optional(Registry.Entry entry, String path) {
    return Arrays.stream(entry.configType().getRecordComponents())
        .filter(component -> component.getType() == Optional.class)
        .filter(component -> argument(component) == Integer.class)
        .map(component -> path + "." + key(component) + "=" + WIDTH)
        .toList();
  }

  /** Returns the key of the component that a record nests, if it nests one of this SPI. */
  static Optional<String> nested(Registry.Entry entry, Class<?> spi) {
    return Arrays.stream(entry.configType().getRecordComponents())
        .filter(component -> component.getType() == Choice.class && spi(component) == spi)
        .map(Settings::key)
        .findFirst();
  }

  private static String key(RecordComponent component) {
    return Names.kebab(component.getName());
  }

  /** Returns {@code Pooling} for {@code Choice<Pooling<?>>}. */
  private static Class<?> spi(RecordComponent component) {
    Type type = argument(component);
    Type plain = type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
    return (Class<?>) (plain instanceof ParameterizedType generic ? generic.getRawType() : plain);
  }

  private static Type argument(RecordComponent component) {
    return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
  }
}
