package org.braidml.testkit;

import java.util.List;

/**
 * One input of a block.
 *
 * @param name for messages
 * @param kind what it holds
 * @param width numbers a step, or a row
 * @param sizes of ids: how many there are, one entry a column
 */
record Port(String name, Kind kind, int width, List<Integer> sizes) {

  /** The kinds of inputs. */
  enum Kind {
    /** Numbers {@code (B, T, width)}. */
    SEQUENCE,
    /** Numbers {@code (B, width)}. */
    VECTOR,
    /** INT64 {@code (B, width)}. */
    IDS,
    /** Numbers {@code (B, width)} that take no gradient: a target. */
    CONSTANT
  }

  static Port sequence(String name, int width) {
    return new Port(name, Kind.SEQUENCE, width, List.of());
  }

  static Port vector(String name, int width) {
    return new Port(name, Kind.VECTOR, width, List.of());
  }

  static Port ids(String name, List<Integer> sizes) {
    return new Port(name, Kind.IDS, sizes.size(), sizes);
  }

  static Port constant(String name, int width) {
    return new Port(name, Kind.CONSTANT, width, List.of());
  }

  boolean takesGradient() {
    return kind == Kind.SEQUENCE || kind == Kind.VECTOR;
  }

  /** Returns how many numbers one row has. */
  int cells(int time) {
    return kind == Kind.SEQUENCE ? time * width : width;
  }
}
