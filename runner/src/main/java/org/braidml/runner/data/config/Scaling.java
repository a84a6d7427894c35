package org.braidml.runner.data.config;

/** How numbers are scaled; fitted on training rows. */
public enum Scaling {
  /** Mean 0 and standard deviation 1 on the training rows. */
  STANDARD,
  /** From 0 to 1 on the training rows. */
  MIN_MAX,
  /** Median 0 and distance of the quartiles 1 on the training rows. */
  ROBUST,
  /** The logarithm of 1 + x, for amounts and counts, then as {@link #STANDARD}. */
  LOG1P {
    @Override
    public String toString() {
      return "log1p";
    }
  },
  /** As they are. */
  NONE
}
