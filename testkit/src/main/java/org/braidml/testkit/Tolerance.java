package org.braidml.testkit;

/**
 * How far two numbers may be apart.
 *
 * @param absolute at any size
 * @param relative added in proportion to the larger one
 */
record Tolerance(double absolute, double relative) {

  /** Equal bit for bit, but for the sign of zero. */
  static final Tolerance NONE = new Tolerance(0, 0);

  /** What other shapes may change, since engines choose other reductions and kernels. */
  static final Tolerance SHAPE = new Tolerance(1e-6, 1e-5);

  /** What engines may differ by in float64: sums in another order, other exponentials. */
  static final Tolerance ENGINES = new Tolerance(1e-9, 1e-9);

  boolean accepts(double a, double b) {
    return Math.abs(a - b) <= absolute + relative * Math.max(Math.abs(a), Math.abs(b));
  }
}
