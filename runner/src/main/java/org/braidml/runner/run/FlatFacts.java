package org.braidml.runner.run;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Nested facts as lines: keys joined by dots, in the order of the alphabet. */
public final class FlatFacts {

  private FlatFacts() {}

  /** Returns each value by its path. */
  public static Map<String, String> flatten(Map<String, ?> environment) {
    Map<String, String> lines = new TreeMap<>();
    environment.forEach((key, value) -> add(lines, key, value));
    return lines;
  }

  private static void add(Map<String, String> lines, String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> add(lines, path + "." + key, inner));
    } else if (value instanceof Collection<?> list
        && list.stream().anyMatch(Map.class::isInstance)) {
      int i = 0;
      for (Object inner : list) {
        add(lines, path + "." + i++, inner);
      }
    } else if (value instanceof Collection<?> list) {
      lines.put(path, String.join(", ", list.stream().map(String::valueOf).toList()));
    } else {
      lines.put(path, String.valueOf(value));
    }
  }
}
