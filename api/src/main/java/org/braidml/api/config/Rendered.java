package org.braidml.api.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.Choice;
import org.braidml.api.Plugin;

/**
 * Turns bound records back into configuration, every default included: the resolved configuration
 * of a run. Binding the result gives equal records.
 */
public final class Rendered {

  private Rendered() {}

  /** Returns a record as a configuration object. */
  public static ConfigObject of(Record record) {
    return ConfigValueFactory.fromMap(map(record));
  }

  private static Map<String, Object> map(Record record) {
    Map<String, Object> map = new LinkedHashMap<>();
    Class<?> type = record.getClass();
    for (Class<?> parent : type.getInterfaces()) {
      Discriminator discriminator = parent.getAnnotation(Discriminator.class);
      if (discriminator != null) {
        map.put(discriminator.value(), Binder.annotation(type, Id.class).value());
      }
    }
    for (RecordComponent component : type.getRecordComponents()) {
      put(map, component, read(record, component));
    }
    return map;
  }

  private static void put(Map<String, Object> map, RecordComponent component, Object value) {
    if (component.isAnnotationPresent(Inline.class)) {
      map.putAll(value instanceof Choice<?> choice ? choice(choice) : map((Record) value));
      return;
    }
    if (!(value instanceof Optional<?> optional && optional.isEmpty())) {
      map.put(Names.kebab(component.getName()), plain(value));
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElseThrow());
    }
    if (value instanceof Choice<?> choice) {
      return choice(choice);
    }
    if (value instanceof Record record) {
      return map(record);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Rendered::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> result = new LinkedHashMap<>();
      map.forEach((key, item) -> result.put(String.valueOf(key), plain(item)));
      return result;
    }
    return value instanceof Enum<?> constant ? Names.ofConstant(constant) : value;
  }

  private static Map<String, Object> choice(Choice<?> choice) {
    Plugin<?> plugin = choice.plugin();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", plugin.id());
    map.putAll(map(choice.config()));
    return map;
  }

  static Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
