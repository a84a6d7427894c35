package org.braidml.runner.data.config;

/** What stands for several values of one bin, or of one moment. */
public enum Aggregate {
  /** Their mean. */
  MEAN,
  /** The latest; of one moment the one that stands last. */
  LAST,
  /** The least. */
  MIN,
  /** The greatest. */
  MAX,
  /** Their sum. */
  SUM
}
