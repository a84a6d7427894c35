package org.braidml.api.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.braidml.api.Choice;
import org.braidml.api.plugin.Registry;
import org.jspecify.annotations.Nullable;

/**
 * Binds configuration objects to records, strictly: an unknown key, a wrong type, an inexact
 * integer or a value out of range is a problem, and all problems are collected.
 *
 * <p>A component {@code hiddenSize} is the key {@code hidden-size}. Components may be numbers,
 * booleans, strings, enums (kebab-case), lists, maps by name, {@link Optional}s, records, sealed
 * interfaces of records ({@link Discriminator}), {@link Choice}s of plug-ins, and {@link
 * ConfigValue}s, which stay as they were written. Used by one thread; call {@link #problems} after
 * binding.
 */
public final class Binder {

  private final Registry registry;
  private final DefaultValues defaults;
  private final List<Problem> problems = new ArrayList<>();
  private final Scalars scalars = new Scalars(problems);
  private final Records records;

  /**
   * A binder.
   *
   * @param registry the plug-ins that a {@link Choice} may name
   * @param defaults where records' defaults are read
   */
  public Binder(Registry registry, DefaultValues defaults) {
    this.registry = registry;
    this.defaults = defaults;
    this.records = new Records(this, problems);
  }

  /**
   * Binds an object to a record.
   *
   * @param type the record, with its {@link Defaults} if it has any
   * @param object what the user wrote, resolved
   * @param path where it stands, for messages; empty for the root
   * @return the record, or empty if it cannot be made; an unknown key is a problem that keeps none
   *     from being made
   */
  public <R extends Record> Optional<R> bind(Class<R> type, ConfigObject object, String path) {
    return Optional.ofNullable(type.cast(record(type, object, path)));
  }

  /** Returns what was wrong so far, in the order found. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Throws what was wrong so far, if anything was. */
  public void throwProblems(String source) {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(source, problems);
    }
  }

  @Nullable Object record(Class<?> type, ConfigObject object, String path) {
    Defaults name = type.getAnnotation(Defaults.class);
    ConfigObject lower = name == null ? null : defaults.of(type, name.value()).orElse(null);
    return records.bind(type, lower == null ? object : Merge.over(object, lower), path);
  }

  /** Binds any value; null after a problem. */
  @Nullable Object value(Type type, ConfigValue value, String path, @Nullable Range range) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic, value, path, range);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == ConfigValue.class) {
      return value;
    }
    if (plain.isRecord() || plain.isAnnotationPresent(Discriminator.class)) {
      ConfigObject object = object(plain, value, path);
      if (object == null) {
        return null;
      }
      return plain.isRecord() ? record(plain, object, path) : oneOf(plain, object, path);
    }
    return scalars.bind(plain, value, path, range);
  }

  private @Nullable Object generic(
      ParameterizedType type, ConfigValue value, String path, @Nullable Range range) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == Optional.class) {
      Object bound = value(arguments[0], value, path, range);
      return bound == null ? null : Optional.of(bound);
    }
    if (raw == List.class) {
      return list(arguments[0], value, path, range);
    }
    if (raw == Map.class) {
      return map(arguments[1], value, path, range);
    }
    if (raw == Choice.class) {
      ConfigObject object = object(raw, value, path);
      return object == null ? null : choice(type, object, path, Set.of());
    }
    throw new IllegalArgumentException(path + ": records do not hold " + type);
  }

  private @Nullable Object list(
      Type element, ConfigValue value, String path, @Nullable Range range) {
    if (!(value instanceof com.typesafe.config.ConfigList list)) {
      return wrongType(value, path, "a list in brackets");
    }
    List<Object> bound = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object item = value(element, list.get(i), path + "[" + i + "]", range);
      if (item != null) {
        bound.add(item);
      }
    }
    return bound.size() == list.size() ? List.copyOf(bound) : null;
  }

  private @Nullable Object map(
      Type element, ConfigValue value, String path, @Nullable Range range) {
    if (!(value instanceof ConfigObject object)) {
      return wrongType(value, path, "an object in braces");
    }
    Map<String, Object> bound = new java.util.TreeMap<>();
    boolean whole = true;
    for (String key : new java.util.TreeSet<>(object.keySet())) {
      ConfigValue entry = valueOf(object, key);
      if (entry.valueType() == ConfigValueType.NULL) {
        continue;
      }
      Object item = value(element, entry, Names.join(path, key), range);
      whole &= item != null;
      if (item != null) {
        bound.put(key, item);
      }
    }
    return whole ? java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bound)) : null;
  }

  /** Binds one record of a sealed interface, chosen by its discriminator. */
  @Nullable Object oneOf(Class<?> sealed, ConfigObject written, String path) {
    String key = annotation(sealed, Discriminator.class).value();
    Map<String, Class<?>> byId = Records.byId(sealed);
    Defaults name = sealed.getAnnotation(Defaults.class);
    ConfigObject object = withDefaultId(written, key, sealed, name);
    Class<?> record = chosen(object, key, path, byId, Kind.of(sealed, key));
    if (record == null) {
      return null;
    }
    String id = annotation(record, Id.class).value();
    ConfigObject rest = object.withoutKey(key);
    ConfigObject lower =
        name == null ? null : defaults.of(sealed, name.value() + "." + id).orElse(null);
    return records.bind(record, lower == null ? rest : Merge.over(rest, lower), path);
  }

  /** Where the defaults of an interface hold its discriminator, that record need not be chosen. */
  private ConfigObject withDefaultId(
      ConfigObject object, String key, Class<?> sealed, @Nullable Defaults name) {
    if (name == null || object.containsKey(key)) {
      return object;
    }
    return defaults
        .of(sealed, name.value())
        .filter(lower -> lower.containsKey(key))
        .map(lower -> object.withValue(key, valueOf(lower, key)))
        .orElse(object);
  }

  /** Binds a chosen plug-in with its settings, which stand beside other keys if it is inlined. */
  @Nullable Object choice(
      ParameterizedType type, ConfigObject object, String path, Set<String> beside) {
    Class<?> spi = Records.rawArgument(type);
    Map<String, Registry.Entry> entries = registry.entries(spi);
    Registry.Entry entry = chosen(object, "type", path, entries, Kind.of(spi, registry));
    if (entry == null) {
      return null;
    }
    Object config = records.bind(entry.configType(), settings(entry, object), path, beside);
    return config == null ? null : new Choice<>(entry.plugin(), (Record) config, path);
  }

  private ConfigObject settings(Registry.Entry entry, ConfigObject object) {
    ConfigObject rest = object.withoutKey("type");
    return defaults
        .of(entry.plugin().getClass(), entry.spi().key() + "." + entry.id())
        .map(lower -> Merge.over(rest, lower))
        .orElse(rest);
  }

  private <T> @Nullable T chosen(
      ConfigObject object, String key, String path, Map<String, T> byId, Kind kind) {
    ConfigValue value = object.get(key);
    if (value == null || value.valueType() == ConfigValueType.NULL) {
      problems.add(kind.missing(object, key, path, byId.keySet()));
      return null;
    }
    T known = byId.get(String.valueOf(value.unwrapped()));
    if (known == null) {
      problems.add(kind.unknown(value, Names.join(path, key), byId.keySet()));
    }
    return known;
  }

  private @Nullable ConfigObject object(Class<?> type, ConfigValue value, String path) {
    if (value instanceof ConfigObject object) {
      return object;
    }
    Shorthand shorthand = type.getAnnotation(Shorthand.class);
    if (shorthand != null && value.valueType() == ConfigValueType.STRING) {
      return ConfigValueFactory.fromMap(Map.of())
          .withOrigin(value.origin())
          .withValue(shorthand.value(), value);
    }
    wrongType(value, path, "an object in braces");
    return null;
  }

  private @Nullable Object wrongType(ConfigValue value, String path, String expected) {
    return scalars.wrongType(value, path, expected, null);
  }

  static ConfigValue valueOf(ConfigObject object, String key) {
    ConfigValue value = object.get(key);
    if (value == null) {
      throw new IllegalStateException("no key " + key);
    }
    return value;
  }

  static <A extends java.lang.annotation.Annotation> A annotation(Class<?> type, Class<A> kind) {
    A found = type.getAnnotation(kind);
    if (found == null) {
      throw new IllegalArgumentException(type + " lacks @" + kind.getSimpleName());
    }
    return found;
  }
}
