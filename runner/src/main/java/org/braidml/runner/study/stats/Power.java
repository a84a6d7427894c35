package org.braidml.runner.study.stats;

/** How surely a two-sided t test sees a difference that is there. */
public final class Power {

  private static final int MOST_STEPS = 100;
  private static final double PRECISION = 1e-10;

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
    double critical = PairedT.critical(freedom, alpha);
    NoncentralT t = new NoncentralT(freedom, noncentrality);
    return t.above(critical) + t.below(-critical);
  }

  /** Returns the difference, in standard errors, that is seen with a power above alpha. */
  public static double noncentrality(int freedom, double alpha, double power) {
    if (!(power > alpha && power < 1)) {
      throw new IllegalArgumentException("a power lies between alpha and 1");
    }
    double low = 0;
    double atLow = alpha - power;
    double high = 1;
    double atHigh = of(freedom, high, alpha) - power;
    while (atHigh < 0) {
      low = high;
      atLow = atHigh;
      high *= 2;
      atHigh = of(freedom, high, alpha) - power;
    }
    double middle = high;
    boolean wasBelow = false;
    for (int i = 0; i < MOST_STEPS && high - low > PRECISION * high; i++) {
      double last = middle;
      middle = (low * atHigh - high * atLow) / (atHigh - atLow);
      double at = of(freedom, middle, alpha) - power;
      if (Math.abs(middle - last) <= PRECISION * middle) {
        break;
      }
      // An end that stays twice counts half (the Illinois rule), or it would stay for ever.
      boolean below = at < 0;
      if (below) {
        low = middle;
        atLow = at;
        atHigh = wasBelow ? atHigh / 2 : atHigh;
      } else {
        high = middle;
        atHigh = at;
        atLow = wasBelow ? atLow : atLow / 2;
      }
      wasBelow = below;
    }
    return middle;
  }
}
