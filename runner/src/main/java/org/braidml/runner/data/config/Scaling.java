package org.braidml.runner.data.config;

/** How numbers are scaled; fitted on training rows. */
public enum Scaling {
  /** Mean 0 and standard deviation 1 on the training rows. */
  STANDARD,
  /** As they are. */
  NONE
}
