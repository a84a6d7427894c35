package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Checks on the host before a native call, which would not always check, or not survive. */
final class Widths {

  private Widths() {}

  static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1, given " + value);
    }
  }

  static void requireShape(String what, Shape expected, NDArray given) {
    if (!given.getShape().equals(expected)) {
      throw new IllegalArgumentException(
          what + ": expected shape " + expected + ", given " + given.getShape());
    }
  }

  static void requireType(String what, NDArray like, NDArray given) {
    if (given.getDataType() != like.getDataType()) {
      throw new IllegalArgumentException(
          what + ": expected " + like.getDataType() + ", given " + given.getDataType());
    }
  }
}
