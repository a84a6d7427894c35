package org.braidml.runner.study.stats;

/**
 * A confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {

  /** Returns whether a value lies in it, the ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Returns the interval of the negated quantity. */
  public Interval negated() {
    return new Interval(-high, -low);
  }
}
