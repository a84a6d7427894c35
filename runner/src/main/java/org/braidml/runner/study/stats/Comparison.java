package org.braidml.runner.study.stats;

/**
 * One comparison of a family, analysed.
 *
 * @param test of the differences to the baseline
 * @param adjusted the p-value after Holm
 * @param interval of the difference, simultaneous over the family (Bonferroni)
 * @param shown whether there is a difference: the adjusted p-value is at most alpha
 * @param level one less the level of the interval by itself
 */
public record Comparison(
    PairedT test, double adjusted, Interval interval, boolean shown, double level) {

  /** The power that sentences speak of. */
  public static final double POWER = 0.8;

  /**
   * Returns the difference that as many trials detect with 80 % power at the level of the
   * simultaneous interval, if they scatter as these did.
   */
  public double detectable() {
    return test.detectable(level, POWER);
  }
}
