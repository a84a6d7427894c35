package org.braidml.runner.study.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * McNemar's test of two models on the same examples (Q. McNemar, "Note on the Sampling Error of the
 * Difference Between Correlated Proportions", 1947): of the examples that only one of the two got
 * right, either had an even chance.
 *
 * @param onlyFirst examples that only the first got right
 * @param onlySecond examples that only the second got right
 */
public record McNemar(int onlyFirst, int onlySecond) {

  /** Returns the exact two-sided p-value. */
  public double exact() {
    return Math.min(1, 2 * tail());
  }

  /**
   * Returns the mid-p value, which is less conservative (M. Fagerland, S. Lydersen, P. Laake, "The
   * McNemar Test for Binary Matched-Pairs Data", 2013).
   */
  public double mid() {
    return Math.min(1, 2 * tail() - binomial().probability(Math.min(onlyFirst, onlySecond)));
  }

  private double tail() {
    return binomial().cumulativeProbability(Math.min(onlyFirst, onlySecond));
  }

  private BinomialDistribution binomial() {
    return BinomialDistribution.of(onlyFirst + onlySecond, 0.5);
  }
}
