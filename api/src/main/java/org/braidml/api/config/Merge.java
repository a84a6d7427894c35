package org.braidml.api.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Set;

/** Lays one configuration over another. */
final class Merge {

  /** The keys that choose what the other keys of their object mean. */
  private static final Set<String> CHOOSERS = Set.of("type", "kind");

  private Merge() {}

  /**
   * Lays {@code upper} over {@code lower}, key by key. Where both choose a type and the types
   * differ, nothing of the lower object remains: its keys belong to another box.
   */
  static ConfigObject over(ConfigObject upper, ConfigObject lower) {
    if (choosesOther(upper, lower)) {
      return upper;
    }
    ConfigObject merged = upper;
    for (String key : lower.keySet()) {
      ConfigValue above = upper.get(key);
      ConfigValue below = lower.get(key);
      if (above == null && below != null) {
        merged = merged.withValue(key, below);
      } else if (above instanceof ConfigObject a && below instanceof ConfigObject b) {
        merged = merged.withValue(key, over(a, b));
      }
    }
    return merged;
  }

  private static boolean choosesOther(ConfigObject upper, ConfigObject lower) {
    return CHOOSERS.stream()
        .anyMatch(
            key -> {
              ConfigValue a = upper.get(key);
              ConfigValue b = lower.get(key);
              return a != null && b != null && !a.unwrapped().equals(b.unwrapped());
            });
  }

  /** An empty object with the origin of a value, so that messages still know the place. */
  static ConfigObject empty(ConfigValue like) {
    return ConfigValueFactory.fromMap(java.util.Map.of()).withOrigin(like.origin());
  }
}
