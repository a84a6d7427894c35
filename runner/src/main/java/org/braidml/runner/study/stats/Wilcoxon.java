package org.braidml.runner.study.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Wilcoxon's signed-rank test, exact (F. Wilcoxon, "Individual Comparisons by Ranking Methods",
 * 1945). Zeros are left out; equal sizes share their mean rank, and the distribution is that of
 * those very ranks.
 */
public final class Wilcoxon {

  private Wilcoxon() {}

  /** Returns the two-sided p-value; 1 if all differences are zero. */
  public static double p(double... differences) {
    double[] nonzero = Arrays.stream(differences).filter(d -> d != 0).toArray();
    int[] ranks = doubledRanks(nonzero);
    int total = Arrays.stream(ranks).sum();
    int positive = 0;
    for (int i = 0; i < ranks.length; i++) {
      positive += nonzero[i] > 0 ? ranks[i] : 0;
    }
    double[] chances = distribution(ranks, total);
    int smaller = Math.min(positive, total - positive);
    double tail = Arrays.stream(chances, 0, smaller + 1).sum();
    return Math.min(1, 2 * tail);
  }

  /** Twice the rank of each size, so that mean ranks are whole numbers. */
  private static int[] doubledRanks(double[] values) {
    int n = values.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[n];
    int start = 0;
    while (start < n) {
      int end = start;
      while (end + 1 < n && Math.abs(values[order[end + 1]]) == Math.abs(values[order[start]])) {
        end++;
      }
      for (int i = start; i <= end; i++) {
        ranks[order[i]] = start + end + 2;
      }
      start = end + 1;
    }
    return ranks;
  }

  /** The chance of each sum of positive ranks if every sign is a fair coin. */
  private static double[] distribution(int[] ranks, int total) {
    double[] chances = new double[total + 1];
    chances[0] = 1;
    int reached = 0;
    for (int rank : ranks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
      }
    }
    return chances;
  }
}
