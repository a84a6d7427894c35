package org.braidml.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Quantiles of measured numbers. */
public final class Quantiles {

  private Quantiles() {}

  /** Returns the middle one, or the mean of the two in the middle. */
  public static double median(List<Double> values) {
    return of(values, 0.5);
  }

  /** Returns a quantile, linearly between the two nearest numbers. */
  public static double of(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no numbers: " + Arrays.toString(sorted));
    }
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
