package org.braidml.benchmarks.memory;

import java.util.ArrayList;
import java.util.List;
import org.braidml.benchmarks.Quantiles;

/**
 * The slope of a line through points, by Theil (1950) and Sen (1968): the median of the slopes of
 * all pairs, which single jumps do not move.
 */
final class Slope {

  private Slope() {}

  /**
   * Returns the slope.
   *
   * @param at places, each another
   * @param values at them
   */
  static double of(List<Double> at, List<Double> values) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      for (int j = i + 1; j < at.size(); j++) {
        slopes.add((values.get(j) - values.get(i)) / (at.get(j) - at.get(i)));
      }
    }
    return Quantiles.median(slopes);
  }
}
