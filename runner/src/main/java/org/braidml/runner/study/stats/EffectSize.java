package org.braidml.runner.study.stats;

/** How large a paired difference is in its own deviations. */
public final class EffectSize {

  private EffectSize() {}

  /**
   * Returns Hedges' g of paired differences: Cohen's d = mean / deviation, freed of its bias by J(n
   * - 1) (L. Hedges, "Distribution Theory for Glass's Estimator of Effect Size", 1981). NaN if all
   * differences are equal, and for two differences, where J is 0: g would be 0 whatever they are.
   */
  public static double hedges(PairedT test) {
    return test.constant() || test.freedom() < 2
        ? Double.NaN
        : correction(test.freedom()) * cohen(test);
  }

  /** Returns Cohen's d of paired differences; NaN if all differences are equal. */
  public static double cohen(PairedT test) {
    return test.constant() ? Double.NaN : test.mean() / test.deviation();
  }

  /**
   * J(m) = G(m/2) / (sqrt(m/2) G((m-1)/2)) with the gamma function G; 0 for m = 1. The ratio r(m) =
   * G(m/2) / G((m-1)/2) starts at r(2) = 1 / sqrt(pi), and r(m+1) = (m-1)/2 / r(m).
   */
  static double correction(int m) {
    double ratio = 1 / Math.sqrt(Math.PI);
    for (int k = 2; k < m; k++) {
      ratio = (k - 1) / 2.0 / ratio;
    }
    return ratio / Math.sqrt(m / 2.0);
  }
}
