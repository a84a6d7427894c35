package org.braidml.runner.study.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A t test of the hypothesis that a mean difference is zero, two-sided, with its interval.
 *
 * @param n how many differences, at least 2
 * @param mean of the differences
 * @param deviation of the differences, n - 1 in the denominator
 * @param error the standard error of the mean
 */
public record PairedT(int n, double mean, double deviation, double error) {

  /** What rounding leaves of a deviation of equal numbers. */
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Student's t test of paired scores.
   *
   * @param differences one a seed
   */
  public static PairedT paired(double... differences) {
    return corrected(0, differences);
  }

  /**
   * The corrected resampled t test (C. Nadeau and Y. Bengio, "Inference for the Generalization
   * Error", Machine Learning 52, 2003, section 3): trials that draw their training rows from the
   * same data are not independent, so the variance of the mean is s^2 (1/n + ratio).
   *
   * @param ratio test rows a training row; 0 for independent trials
   * @param differences one a trial: a split, or a fold of a repetition
   */
  public static PairedT corrected(double ratio, double... differences) {
    int n = differences.length;
    if (n < 2 || ratio < 0) {
      throw new IllegalArgumentException("a t test needs two differences and a ratio from 0");
    }
    double mean = Arrays.stream(differences).average().orElseThrow();
    double squares = Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double scale = Arrays.stream(differences).map(Math::abs).max().orElseThrow();
    if (deviation <= NEGLIGIBLE * scale) {
      deviation = 0;
    }
    return new PairedT(n, mean, deviation, deviation * Math.sqrt(1.0 / n + ratio));
  }

  /** Returns the degrees of freedom, n - 1. */
  public int freedom() {
    return n - 1;
  }

  /** Returns whether all differences are equal, so that there is nothing to estimate. */
  public boolean constant() {
    return deviation == 0;
  }

  /** Returns the mean in standard errors; NaN if all differences are equal. */
  public double statistic() {
    return constant() ? Double.NaN : mean / error;
  }

  /** Returns the two-sided p-value; 1 if all differences are equal: no evidence can be weighed. */
  public double p() {
    return constant()
        ? 1
        : 2 * TDistribution.of(freedom()).survivalProbability(Math.abs(statistic()));
  }

  /**
   * Returns the interval of the mean.
   *
   * @param alpha one less its level; divided by m for simultaneous intervals of m means
   */
  public Interval interval(double alpha) {
    double margin = critical(freedom(), alpha) * error;
    return new Interval(mean - margin, mean + margin);
  }

  /** Returns the difference that is detected with a power, if the deviation is what was seen. */
  public double detectable(double alpha, double power) {
    return Power.noncentrality(freedom(), alpha, power) * error;
  }

  static double critical(int freedom, double alpha) {
    return TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2);
  }
}
