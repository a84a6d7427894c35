package org.braidml.api.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.braidml.api.Choice;
import org.jspecify.annotations.Nullable;

/** Binds the components of one record. */
final class Records {

  private final Binder binder;
  private final List<Problem> problems;

  Records(Binder binder, List<Problem> problems) {
    this.binder = binder;
    this.problems = problems;
  }

  @Nullable Object bind(Class<?> type, ConfigObject object, String path) {
    return bind(type, object, path, Set.of());
  }

  /** Binds a record; the keys beside it in the same object may be meant by a misspelt one. */
  @Nullable Object bind(Class<?> type, ConfigObject object, String path, Set<String> beside) {
    RecordComponent[] components = type.getRecordComponents();
    if (Arrays.stream(components).noneMatch(c -> isInline(c) && !isJoined(c))) {
      refuseUnknown(type, object, path, beside);
    }
    Object[] arguments = new Object[components.length];
    boolean whole = true;
    for (int i = 0; i < components.length; i++) {
      arguments[i] =
          isInline(components[i])
              ? inlined(components[i], type, object, path)
              : component(components[i], object, path);
      whole &= arguments[i] != null;
    }
    return whole ? construct(type, arguments, object, path) : null;
  }

  private @Nullable Object inlined(
      RecordComponent component, Class<?> owner, ConfigObject object, String path) {
    Class<?> plain = component.getType();
    if (isJoined(component)) {
      return bind(plain, without(object, key -> !keys(plain).contains(key)), path);
    }
    Set<String> beside = keys(owner);
    ConfigObject rest = without(object, beside::contains);
    return component.getGenericType() instanceof ParameterizedType generic
        ? binder.choice(generic, rest, path, beside)
        : binder.oneOf(plain, rest, path);
  }

  private static ConfigObject without(ConfigObject object, Predicate<String> keys) {
    ConfigObject rest = object;
    for (String key : object.keySet()) {
      rest = keys.test(key) ? rest.withoutKey(key) : rest;
    }
    return rest;
  }

  private static boolean isInline(RecordComponent component) {
    return component.isAnnotationPresent(Inline.class);
  }

  /** Returns whether the keys of an inlined component are known: those of one record. */
  static boolean isJoined(RecordComponent component) {
    return isInline(component)
        && component.getType().isRecord()
        && component.getType() != Choice.class;
  }

  private @Nullable Object component(RecordComponent component, ConfigObject object, String path) {
    String key = Names.kebab(component.getName());
    ConfigValue value = object.get(key);
    if (value == null || value.valueType() == ConfigValueType.NULL) {
      return absent(component, key, object, path, value);
    }
    Range range = component.getAnnotation(Range.class);
    return binder.value(component.getGenericType(), value, Names.join(path, key), range);
  }

  private @Nullable Object absent(
      RecordComponent component,
      String key,
      ConfigObject object,
      String path,
      @Nullable ConfigValue nothing) {
    Class<?> type = component.getType();
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == List.class) {
      return List.of();
    }
    if (type.isRecord() && type.isAnnotationPresent(Defaults.class)) {
      return binder.record(type, Merge.empty(object), Names.join(path, key));
    }
    boolean missing = nothing == null || DefaultValues.isDefault(nothing);
    problems.add(
        Problem.at(Names.join(path, key))
            .what(missing ? "missing, and it has no default" : "null, and it needs a value")
            .where(Origins.where(missing ? object : nothing))
            .build());
    return null;
  }

  private void refuseUnknown(Class<?> type, ConfigObject object, String path, Set<String> beside) {
    Set<String> known = keys(type);
    Set<String> all = new LinkedHashSet<>(known);
    all.addAll(beside);
    object.keySet().stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(key -> problems.add(unknown(key, all, object, path)));
  }

  private static Problem unknown(String key, Set<String> known, ConfigObject object, String path) {
    return Problem.at(Names.join(path, key))
        .what("unknown key")
        .where(Origins.where(object.get(key)))
        .choices(key, known)
        .build();
  }

  private @Nullable Object construct(
      Class<?> type, @Nullable Object[] arguments, ConfigObject object, String path) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof IllegalArgumentException refusal)) {
        throw new IllegalStateException("cannot construct " + type, e);
      }
      problems.add(
          Problem.at(path)
              .what(String.valueOf(refusal.getMessage()))
              .where(Origins.where(object))
              .build());
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type, e);
    }
  }

  /** Returns the keys of a record: those of a record that is inlined too, but of no choice. */
  static Set<String> keys(Class<?> type) {
    Set<String> keys = new LinkedHashSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (isJoined(component)) {
        keys.addAll(keys(component.getType()));
      } else if (!isInline(component)) {
        keys.add(Names.kebab(component.getName()));
      }
    }
    return keys;
  }

  /** Returns the records of a sealed interface by their ids, in the order of declaration. */
  static Map<String, Class<?>> byId(Class<?> sealed) {
    Map<String, Class<?>> byId = new LinkedHashMap<>();
    for (Class<?> record : sealed.getPermittedSubclasses()) {
      byId.put(Binder.annotation(record, Id.class).value(), record);
    }
    return byId;
  }

  /** Returns {@code Pooling} for {@code Choice<Pooling<?>>}. */
  static Class<?> rawArgument(ParameterizedType type) {
    Type argument = type.getActualTypeArguments()[0];
    if (argument instanceof WildcardType wildcard) {
      argument = wildcard.getUpperBounds()[0];
    }
    return (Class<?>)
        (argument instanceof ParameterizedType generic ? generic.getRawType() : argument);
  }
}
