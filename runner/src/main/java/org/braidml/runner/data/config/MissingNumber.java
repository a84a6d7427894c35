package org.braidml.runner.data.config;

/** What stands in for a missing number. */
public enum MissingNumber {
  /** The mean of the training rows. */
  MEAN,
  /** The median of the training rows. */
  MEDIAN,
  /** The number 0, before scaling. */
  ZERO,
  /** A number that the settings give, before scaling. */
  CONSTANT,
  /** Of a series: the last number before it; the mean of the training rows where there is none. */
  FORWARD;

  /** Refuses a number that stands in for a missing one and cannot be scaled. */
  void requireScalable(Scaling scaling, double constant) {
    if (this == CONSTANT && scaling == Scaling.LOG1P && constant <= -1) {
      throw new IllegalArgumentException(
          "constant is " + constant + ", and scaling = log1p takes numbers above -1 only");
    }
  }
}
