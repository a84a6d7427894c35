package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;

/**
 * Settings of {@link Conv1dTransform}.
 *
 * @param filters width of the result
 * @param kernel how many steps a filter reads
 * @param stride from one window to the next, in steps
 * @param dilation from one step of a window to the next, in steps
 * @param padding what stands beyond the ends of a row
 * @param activation applied to each number of the result
 */
public record Conv1dTransformConfig(
    @Range(min = 1, max = 16384) int filters,
    @Range(min = 1, max = 1024) int kernel,
    @Range(min = 1, max = 1024) int stride,
    @Range(min = 1, max = 1024) int dilation,
    Conv1d.Padding padding,
    Activation activation) {

  /** Refuses what would read nothing, or nothing differently. */
  public Conv1dTransformConfig {
    if (kernel == 1 && dilation > 1) {
      throw new IllegalArgumentException(
          "a kernel of 1 step has no gaps to dilate: use dilation = 1 or a larger kernel");
    }
  }
}
