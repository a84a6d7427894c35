package org.braidml.runner.study.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction (S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure",
 * Scandinavian Journal of Statistics 6, 1979): the chance of any false alarm among all comparisons
 * stays at most alpha, whatever depends on what.
 */
public final class Holm {

  private Holm() {}

  /**
   * Returns adjusted p-values: a comparison is an alarm at level alpha if its own is at most alpha.
   *
   * @param family how many comparisons were planned; those without a p-value count as 1
   * @param p the p-values that there are, at most {@code family}
   */
  public static double[] adjusted(int family, double... p) {
    if (p.length > family) {
      throw new IllegalArgumentException(p.length + " p-values in a family of " + family);
    }
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    double highest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      highest = Math.max(highest, Math.min(1, (family - rank) * p[order[rank]]));
      adjusted[order[rank]] = highest;
    }
    return adjusted;
  }
}
