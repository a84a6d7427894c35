package org.braidml.runner.data.config;

/** What stands in for a missing number. */
public enum MissingNumber {
  /** The mean of the training rows. */
  MEAN,
  /** The median of the training rows. */
  MEDIAN,
  /** The number 0, before scaling. */
  ZERO
}
