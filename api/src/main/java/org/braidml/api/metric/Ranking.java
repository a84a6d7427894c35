package org.braidml.api.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Metrics of how well the positive class is ranked above the negative one. */
final class Ranking {

  private Ranking() {}

  private static float score(float[] prediction) {
    return prediction[prediction.length - 1];
  }

  private static int[] descending(Scores scores) {
    return IntStream.range(0, scores.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> -score(scores.predictions()[i])))
        .mapToInt(i -> i)
        .toArray();
  }

  static double rocAuc(Scores scores) {
    double area = 0;
    long positives = 0;
    long negatives = 0;
    int[] order = descending(scores);
    for (int start = 0; start < order.length; ) {
      int end = endOfTie(scores, order, start);
      long p = positives(scores, order, start, end);
      long n = end - start - p;
      area += n * (positives + p / 2.0);
      positives += p;
      negatives += n;
      start = end;
    }
    return positives == 0 || negatives == 0 ? Double.NaN : area / ((double) positives * negatives);
  }

  static double averagePrecision(Scores scores) {
    int[] order = descending(scores);
    long all = positives(scores, order, 0, order.length);
    long found = 0;
    double sum = 0;
    for (int start = 0; start < order.length; ) {
      int end = endOfTie(scores, order, start);
      long p = positives(scores, order, start, end);
      found += p;
      sum += (double) p * found / end;
      start = end;
    }
    return all == 0 ? Double.NaN : sum / all;
  }

  private static int endOfTie(Scores scores, int[] order, int start) {
    float value = score(scores.predictions()[order[start]]);
    int end = start + 1;
    while (end < order.length && score(scores.predictions()[order[end]]) == value) {
      end++;
    }
    return end;
  }

  private static long positives(Scores scores, int[] order, int start, int end) {
    long count = 0;
    for (int i = start; i < end; i++) {
      count += scores.targets()[order[i]] > 0.5f ? 1 : 0;
    }
    return count;
  }
}
