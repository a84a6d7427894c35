package org.braidml.runner.init;

import java.util.List;

/**
 * An input of an experiment, and what reads it.
 *
 * @param name its name, which no other has
 * @param settings what it is read from, a line each
 * @param encoder the settings of its encoder, a line each
 * @param embedded whether its steps are ids, so that each needs a vector
 */
record Field(String name, List<String> settings, List<String> encoder, boolean embedded) {

  Field {
    settings = List.copyOf(settings);
    encoder = List.copyOf(encoder);
  }

  /** A field whose steps are ids. */
  static Field embedded(String name, List<String> settings, String encoder) {
    return new Field(name, settings, List.of(encoder), true);
  }

  /** A field of numbers. */
  static Field of(String name, List<String> settings, String... encoder) {
    return new Field(name, settings, List.of(encoder), false);
  }
}
