package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link MaxPoolTransform}.
 *
 * @param size how many steps a window covers
 * @param stride from one window to the next, in steps; at most the size, or steps would be lost
 */
public record MaxPoolTransformConfig(
    @Range(min = 1, max = 1024) int size, @Range(min = 1, max = 1024) int stride) {

  /** Refuses a stride that skips steps. */
  public MaxPoolTransformConfig {
    TimePool.requireNoGaps(size, stride);
  }
}
