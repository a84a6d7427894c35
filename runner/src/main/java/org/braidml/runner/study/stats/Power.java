package org.braidml.runner.study.stats;

/** How surely a two-sided t test sees a difference that is there. */
public final class Power {

  private static final int HALVINGS = 80;

  private Power() {}

  /**
   * Returns the chance of an alarm.
   *
   * @param freedom degrees of freedom
   * @param noncentrality the true difference in standard errors: d sqrt(n) for n pairs that differ
   *     by d deviations
   * @param alpha the level of the test
   */
  public static double of(int freedom, double noncentrality, double alpha) {
    double critical = MeanTest.critical(freedom, alpha);
    NoncentralT t = new NoncentralT(freedom, noncentrality);
    return t.above(critical) + t.below(-critical);
  }

  /** Returns the difference, in standard errors, that is seen with a power above alpha. */
  public static double noncentrality(int freedom, double alpha, double power) {
    if (!(power > alpha && power < 1)) {
      throw new IllegalArgumentException("a power lies between alpha and 1");
    }
    double low = 0;
    double high = 1;
    while (of(freedom, high, alpha) < power) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS && high - low > 1e-13 * high; i++) {
      double middle = (low + high) / 2;
      if (of(freedom, middle, alpha) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
