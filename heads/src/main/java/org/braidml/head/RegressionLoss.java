package org.braidml.head;

/** What a regression head minimises, of the error d in standard deviations of the target. */
public enum RegressionLoss {
  /** {@code d^2}. */
  MSE,
  /** {@code |d|}. */
  MAE,
  /** {@code d^2 / 2} up to delta, then {@code delta (|d| - delta / 2)}. */
  HUBER
}
