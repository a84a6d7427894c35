package org.braidml.runner.data.config;

/** Which end of a sequence is cut off where it is too long. */
public enum Truncate {
  /** The first steps go, the last stay. */
  LEFT,
  /** The last steps go, the first stay. */
  RIGHT
}
