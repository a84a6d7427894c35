package org.braidml.runner.random;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.api.Choice;
import org.braidml.api.config.Described;
import org.braidml.api.config.Id;
import org.braidml.api.config.Names;
import org.braidml.api.config.Range;
import org.braidml.api.plugin.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Draws a component and its settings from the record alone, so that a component that is added takes
 * part without a change here. Sizes are small; dropout is off, and stays a key that is set.
 */
final class RandomSettings {

  /** Widths of an output, where reading the greatest range would only cost time. */
  private static final int WIDEST = 5;

  /** Numbers of steps or layers: kernels, strides, windows. */
  private static final int LONGEST = 3;

  private static final Set<String> IN_STEPS = Set.of("kernel", "stride", "dilation", "max-pool");
  private static final Set<String> NOISE = Set.of("dropout", "recurrent-dropout", "rate");
  private static final String REQUIRED = "(required)";

  private final Registry registry;
  private final Random random;
  private final List<String> encoders;

  /**
   * Settings of one model.
   *
   * @param registry the components
   * @param random of the model
   * @param encoders the names that a text without a default may mean
   */
  RandomSettings(Registry registry, Random random, List<String> encoders) {
    this.registry = registry;
    this.random = random;
    this.encoders = encoders;
  }

  /** Returns the keys of some component of an SPI: {@code type = lstm, hidden-size = 3}. */
  String component(Class<?> spi) {
    return keys(one(List.copyOf(registry.entries(spi).values())));
  }

  /** Returns the keys of some record of a sealed interface. */
  String choice(Class<?> sealed) {
    Class<?> record = one(List.of(sealed.getPermittedSubclasses()));
    Id id = java.util.Objects.requireNonNull(record.getAnnotation(Id.class));
    return join("type = " + id.value(), settings(record, Map.of()));
  }

  /** Returns {@code [{ ... }, { ... }]}, up to this many components. */
  String components(Class<?> spi, int most) {
    return list(random.nextInt(most + 1), i -> "{ " + component(spi) + " }");
  }

  private String keys(Registry.Entry entry) {
    Map<String, String> defaults =
        Described.of(entry).stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Described.Key::name, Described.Key::defaultValue));
    return join("type = " + entry.id(), settings(entry.configType(), defaults));
  }

  private String settings(Class<?> record, Map<String, String> defaults) {
    List<String> keys = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      String key = Names.kebab(component.getName());
      Range range = component.getAnnotation(Range.class);
      boolean required = defaults.getOrDefault(key, REQUIRED).equals(REQUIRED);
      value(component.getGenericType(), key, range, required)
          .map(value -> key + " = " + value)
          .ifPresent(keys::add);
    }
    return String.join(", ", keys);
  }

  /** Returns a value; empty to leave the key out. */
  private Optional<String> value(Type type, String key, @Nullable Range range, boolean required) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, key, range);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == int.class || plain == Integer.class) {
      return Optional.of(Integer.toString(whole(key, range)));
    }
    if (plain == double.class || plain == Double.class) {
      return number(key, range);
    }
    if (plain == boolean.class) {
      return Optional.of(Boolean.toString(random.nextBoolean()));
    }
    if (plain.isEnum()) {
      return Optional.of(one(Stream.of(plain.getEnumConstants()).map(Names::ofConstant).toList()));
    }
    return plain == String.class && required ? Optional.of(one(encoders)) : Optional.empty();
  }

  private Optional<String> generic(ParameterizedType type, String key, @Nullable Range range) {
    Type argument = type.getActualTypeArguments()[0];
    if (type.getRawType() == Choice.class) {
      return Optional.of("{ " + component(raw(argument)) + " }");
    }
    if (type.getRawType() == Optional.class) {
      return random.nextBoolean() ? Optional.empty() : value(argument, key, range, true);
    }
    if (type.getRawType() == List.class) {
      int most = argument == Double.class ? RandomBatches.CLASSES : 2;
      int size = argument == Double.class && random.nextBoolean() ? 0 : random.nextInt(most + 1);
      return Optional.of(list(size, i -> value(argument, key, range, true).orElse("1")));
    }
    return Optional.empty();
  }

  private int whole(String key, @Nullable Range range) {
    int least = range == null ? 1 : (int) Math.max(range.min(), 1);
    int most = IN_STEPS.contains(key) ? LONGEST : key.equals("layers") ? 2 : WIDEST;
    int greatest = (int) Math.min(range == null ? most : range.max(), least + most - 1);
    return least + random.nextInt(greatest - least + 1);
  }

  private Optional<String> number(String key, @Nullable Range range) {
    if (NOISE.contains(key)) {
      return Optional.of("0");
    }
    if (random.nextBoolean()) {
      return Optional.empty();
    }
    double least = range == null || Double.isInfinite(range.min()) ? -1 : range.min();
    double most = range == null ? 1 : Math.min(range.max(), least + 2);
    double drawn = least + (0.05 + 0.9 * random.nextDouble()) * (most - least);
    return Optional.of(String.format(Locale.ROOT, "%.3f", drawn));
  }

  /** Returns {@code Pooling} for {@code Pooling<?>}. */
  private static Class<?> raw(Type type) {
    Type plain = type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
    return (Class<?>) (plain instanceof ParameterizedType generic ? generic.getRawType() : plain);
  }

  private static String join(String first, String rest) {
    return rest.isEmpty() ? first : first + ", " + rest;
  }

  private static String list(int size, IntFunction<String> element) {
    return IntStream.range(0, size).mapToObj(element).toList().toString();
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Returns the ids that a text of {@link #component} may name, as {@code spi.id}. */
  static List<String> ids(Registry registry) {
    return registry.entries().stream().map(e -> e.spi().key() + "." + e.id()).toList();
  }

  /** Reads the text of a model. */
  static Config parsed(String text) {
    return ConfigFactory.parseString(text);
  }
}
