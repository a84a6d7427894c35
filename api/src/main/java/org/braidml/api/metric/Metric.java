package org.braidml.api.metric;

/** A number that says how good predictions are. */
public interface Metric {

  /** Returns the kebab-case name, for example {@code roc-auc}. */
  String name();

  /** Returns whether more is better. */
  boolean higherIsBetter();

  /**
   * Returns whether it reads the probability of every class, or other numbers of {@link
   * Scores#predictions}. One that does not can be computed from {@link Scores#decisions} alone,
   * which is all that is kept of the tokens of a long text.
   */
  default boolean needsEveryClass() {
    return true;
  }

  /**
   * Computes the metric.
   *
   * @param scores at least one example
   * @return the value; NaN where it is not defined (an area under the curve with one class)
   */
  double of(Scores scores);
}
