package org.braidml.runner.study.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution, by integration. T is (Z + delta) / S with Z standard normal and S
 * the root of a chi-square over its degrees of freedom; so the chance of more than t is the mean,
 * over S, of the chance that Z is more than t S - delta.
 */
final class NoncentralT {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int PANELS = 2000;
  private static final double REACH = 12;

  private final int freedom;
  private final double noncentrality;

  NoncentralT(int freedom, double noncentrality) {
    this.freedom = freedom;
    this.noncentrality = noncentrality;
  }

  /** Returns {@code P(T > t)}. */
  double above(double t) {
    return mean(s -> NORMAL.survivalProbability(t * s - noncentrality));
  }

  /** Returns {@code P(T <= t)}. */
  double below(double t) {
    return mean(s -> NORMAL.cumulativeProbability(t * s - noncentrality));
  }

  /** The mean of f(S) by Simpson's rule; the density's constant cancels. */
  private double mean(DoubleUnaryOperator f) {
    double spread = REACH / Math.sqrt(2.0 * freedom);
    double low = Math.max(0, 1 - spread);
    double step = (1 + spread - low) / PANELS;
    double sum = 0;
    double weights = 0;
    for (int i = 0; i <= PANELS; i++) {
      double s = low + i * step;
      double simpson = i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2;
      double weight = simpson * density(s);
      sum += weight * f.applyAsDouble(s);
      weights += weight;
    }
    return sum / weights;
  }

  /** The density of S up to a constant, 1 where S is 1. */
  private double density(double s) {
    if (s == 0) {
      return freedom == 1 ? Math.exp(0.5) : 0;
    }
    return Math.exp((freedom - 1) * Math.log(s) - freedom * (s * s - 1) / 2);
  }
}
