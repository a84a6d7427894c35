package org.braidml.runner.init;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of fields, each given once. */
final class FieldNames {

  private final Set<String> given = new HashSet<>();

  /**
   * Returns a name that was not given before.
   *
   * @param column the column that it is to sound like
   * @param otherwise what it is where the column's name has no letter to begin with
   */
  String of(String column, String otherwise) {
    String plain =
        Arrays.stream(column.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    String start = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? otherwise : plain;
    String name = start;
    for (int i = 2; !given.add(name); i++) {
      name = start + "-" + i;
    }
    return name;
  }
}
