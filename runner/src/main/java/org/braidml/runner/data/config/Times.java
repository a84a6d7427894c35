package org.braidml.runner.data.config;

/** What the steps of measurements in long form are. */
public enum Times {
  /** Bins of time, of one width. */
  BINS,
  /**
   * Moments at which something was measured; one more channel has the time since the one before.
   */
  GAPS
}
