package org.braidml.runner.study.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The comparisons of a study with its baseline, as they were planned.
 *
 * <p>Whether there is a difference is decided by Holm's adjusted p-values. The intervals are
 * Bonferroni's: each at level 1 - alpha / size, so that with probability 1 - alpha all of them
 * cover (O. J. Dunn, "Multiple Comparisons Among Means", 1961). Holm's own test has no two-sided
 * intervals that are as short; a difference may therefore be shown whose interval still takes in
 * zero, and never the other way round.
 *
 * @param size how many comparisons were planned
 * @param alpha the chance of any false alarm
 * @param ratio test rows a training row where each trial draws its own split; 0 otherwise
 */
public record Family(int size, double alpha, double ratio) {

  /**
   * Analyses differences to the baseline.
   *
   * @param differences for each comparison one a seed; at most {@code size} comparisons
   */
  public List<Comparison> compare(List<double[]> differences) {
    List<PairedT> tests = differences.stream().map(d -> PairedT.corrected(ratio, d)).toList();
    double[] adjusted = Holm.adjusted(size, tests.stream().mapToDouble(PairedT::p).toArray());
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      PairedT test = tests.get(i);
      comparisons.add(
          new Comparison(test, adjusted[i], test.interval(level()), adjusted[i] <= alpha, level()));
    }
    return comparisons;
  }

  /** Returns alpha / size, the level of each simultaneous interval. */
  public double level() {
    return alpha / size;
  }

  /** Returns whether an exact test of n signs can reach the strictest level: 2 / 2^n. */
  public boolean reachable(int n) {
    return 2 / Math.pow(2, n) <= level();
  }
}
