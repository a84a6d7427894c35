package org.braidml.api.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.braidml.api.Choice;
import org.braidml.api.plugin.Registry;

/** What the settings of a plug-in mean, read from its record and its commented defaults. */
public final class Described {

  private Described() {}

  /**
   * One key.
   *
   * @param name the key
   * @param type what may stand there, with its range, in words
   * @param defaultValue as HOCON; {@code (required)} or {@code (none)} if there is no default
   * @param comment what it means
   */
  public record Key(String name, String type, String defaultValue, String comment) {

    /**
     * Returns what follows the name: {@code = 3}, {@code { type = last }}, or what stands in for
     * it.
     */
    public String assignment() {
      boolean bare = defaultValue.startsWith("{") || defaultValue.startsWith("(");
      return (bare ? " " : " = ") + defaultValue;
    }
  }

  /** Returns the keys of a plug-in, in the order of its record. */
  public static List<Key> of(Registry.Entry entry) {
    Optional<ConfigObject> defaults =
        new DefaultValues().of(entry.plugin().getClass(), entry.spi().key() + "." + entry.id());
    return of(entry.configType(), defaults);
  }

  /** Returns the keys of a record with these defaults. */
  public static List<Key> of(Class<?> record, Optional<ConfigObject> defaults) {
    List<Key> keys = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      if (Records.isJoined(component)) {
        keys.addAll(of(component.getType(), defaults));
      } else if (!component.isAnnotationPresent(Inline.class)) {
        keys.add(key(component, defaults));
      }
    }
    return keys;
  }

  /** Returns the keys of a record, with the defaults that its {@link Defaults} names. */
  public static List<Key> of(Class<?> record) {
    Defaults name = record.getAnnotation(Defaults.class);
    return of(
        record, name == null ? Optional.empty() : new DefaultValues().of(record, name.value()));
  }

  /** Returns the keys of each record of a sealed interface, by id, in the order of declaration. */
  public static Map<String, List<Key>> choices(Class<?> sealed) {
    Defaults name = sealed.getAnnotation(Defaults.class);
    Map<String, List<Key>> choices = new LinkedHashMap<>();
    Records.byId(sealed)
        .forEach(
            (id, record) ->
                choices.put(
                    id,
                    of(
                        record,
                        name == null
                            ? Optional.empty()
                            : new DefaultValues().of(sealed, name.value() + "." + id))));
    return choices;
  }

  private static Key key(RecordComponent component, Optional<ConfigObject> defaults) {
    String name = Names.kebab(component.getName());
    Optional<ConfigValue> value = defaults.map(object -> object.get(name));
    boolean optional = component.getType() == Optional.class;
    boolean section = component.getType().isAnnotationPresent(Defaults.class);
    String shown =
        value
            .filter(found -> found.valueType() != ConfigValueType.NULL)
            .map(Described::hocon)
            .orElse(optional ? "(none)" : section ? "(its own)" : "(required)");
    Range range = component.getAnnotation(Range.class);
    String type = words(component.getGenericType());
    return new Key(
        name,
        range == null ? type : type + ", " + Scalars.described(range),
        shown,
        value.map(DefaultValues::comment).orElse(""));
  }

  /** Renders a default as a user would write it: {@code { type = last }}. */
  private static String hocon(ConfigValue value) {
    if (value instanceof ConfigObject object) {
      return object.keySet().stream()
          .sorted(
              Comparator.comparing((String key) -> !key.equals("type")).thenComparing(key -> key))
          .map(key -> key + " = " + hocon(Binder.valueOf(object, key)))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return value.render(ConfigRenderOptions.concise().setJson(false));
  }

  private static String words(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type[] arguments = generic.getActualTypeArguments();
      if (raw == Choice.class) {
        return "a " + Names.kebab(Records.rawArgument(generic).getSimpleName()) + " by its type";
      }
      if (raw == Optional.class) {
        return words(arguments[0]) + ", optional";
      }
      return raw == List.class ? "list, each: " + words(arguments[0]) : "object by name";
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return Arrays.stream(plain.getEnumConstants())
          .map(Names::ofConstant)
          .collect(Collectors.joining(" | "));
    }
    if (plain == int.class || plain == long.class || plain == Integer.class) {
      return "whole number";
    }
    if (plain == double.class || plain == Double.class) {
      return "number";
    }
    if (plain == boolean.class) {
      return "true | false";
    }
    if (plain == ConfigValue.class) {
      return "any value";
    }
    return plain == String.class ? "text" : "object";
  }
}
