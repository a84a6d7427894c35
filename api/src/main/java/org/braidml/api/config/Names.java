package org.braidml.api.config;

import java.util.Locale;

/** How Java names and configuration keys go together. */
public final class Names {

  private Names() {}

  /** Returns {@code hidden-size} for {@code hiddenSize}, {@code SequenceEncoder} and so on. */
  public static String kebab(String javaName) {
    return javaName
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replace('_', '-')
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Returns how a configuration writes a constant: as its {@code toString} says where that is
   * overridden, otherwise in kebab-case.
   */
  public static String ofConstant(Object constant) {
    String name = ((Enum<?>) constant).name();
    return constant.toString().equals(name) ? kebab(name) : constant.toString();
  }

  /** Joins a path and a key; a key with special characters is quoted. */
  static String join(String path, String key) {
    String quoted = key.matches("[A-Za-z0-9_-]+") ? key : '"' + key + '"';
    return path.isEmpty() ? quoted : path + "." + quoted;
  }
}
