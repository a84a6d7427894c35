package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Classification;
import org.braidml.api.metric.Scores;

/**
 * Which classes were taken for which.
 *
 * @param labels of the classes
 * @param counts row = actual class, column = decided class
 */
record Confusion(List<String> labels, long[][] counts) {

  /** Rows of one class that were taken for another. */
  record Mistake(String actual, String decided, long rows) {}

  static Confusion of(TargetSpec target, Scores scores) {
    long[][] counts = Classification.confusion(scores);
    List<String> labels =
        IntStream.range(0, counts.length).mapToObj(k -> label(target.classes(), k)).toList();
    return new Confusion(labels, counts);
  }

  private static String label(List<String> classes, int k) {
    if (k >= classes.size()) {
      return "class " + k;
    }
    return classes.get(k).isBlank() ? "(empty)" : classes.get(k);
  }

  int size() {
    return counts.length;
  }

  long actual(int k) {
    return Arrays.stream(counts[k]).sum();
  }

  long decided(int k) {
    return Arrays.stream(counts).mapToLong(row -> row[k]).sum();
  }

  long right() {
    return IntStream.range(0, size()).mapToLong(k -> counts[k][k]).sum();
  }

  long rows() {
    return IntStream.range(0, size()).mapToLong(this::actual).sum();
  }

  /** Returns the share of what was decided for the class that is of it; NaN if nothing was. */
  double precision(int k) {
    return share(counts[k][k], decided(k));
  }

  /** Returns the share of the class that was found; NaN if it does not occur. */
  double recall(int k) {
    return share(counts[k][k], actual(k));
  }

  /** Returns the harmonic mean of precision and recall; NaN if the class is on neither side. */
  double f1(int k) {
    return share(2 * counts[k][k], actual(k) + decided(k));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  /** Returns the most frequent mistakes, the first the most frequent. */
  List<Mistake> mistakes(int limit) {
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        if (i != j && counts[i][j] > 0) {
          mistakes.add(new Mistake(labels.get(i), labels.get(j), counts[i][j]));
        }
      }
    }
    return mistakes.stream()
        .sorted(Comparator.comparingLong(Mistake::rows).reversed())
        .limit(limit)
        .toList();
  }

  /** Returns the same with the rarest classes in one, so that no more than the limit remain. */
  Confusion condensed(int limit) {
    if (size() <= limit) {
      return this;
    }
    int[] kept =
        IntStream.range(0, size())
            .boxed()
            .sorted(Comparator.comparingLong((Integer k) -> actual(k)).reversed())
            .limit(limit - 1)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    int[] place = new int[size()];
    Arrays.fill(place, limit - 1);
    List<String> names = new ArrayList<>();
    for (int k : kept) {
      place[k] = names.size();
      names.add(labels.get(k));
    }
    names.add("all others");
    long[][] sums = new long[limit][limit];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        sums[place[i]][place[j]] += counts[i][j];
      }
    }
    return new Confusion(List.copyOf(names), sums);
  }
}
