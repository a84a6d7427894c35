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
 * @param right how many rows were decided rightly
 */
record Confusion(List<String> labels, long[][] counts, long right) {

  /** Of more classes the rarest stand as one: a table of each by each would not be held. */
  static final int MOST_CLASSES = 1000;

  /** Counts in which no class stands for several. */
  Confusion(List<String> labels, long[][] counts) {
    this(labels, counts, IntStream.range(0, counts.length).mapToLong(k -> counts[k][k]).sum());
  }

  /** Rows of one class that were taken for another. */
  record Mistake(String actual, String decided, long rows) {}

  static Confusion of(TargetSpec target, Scores scores) {
    int classes = scores.classes();
    List<String> labels =
        IntStream.range(0, classes).mapToObj(k -> label(target.classes(), k)).toList();
    if (classes <= MOST_CLASSES) {
      return new Confusion(labels, Classification.confusion(scores));
    }
    long[] actual = new long[classes];
    for (float truth : scores.targets()) {
      actual[(int) truth]++;
    }
    int[] places = places(actual, MOST_CLASSES);
    long[][] counts = new long[MOST_CLASSES][MOST_CLASSES];
    long right = 0;
    for (int i = 0; i < scores.size(); i++) {
      int truth = (int) scores.targets()[i];
      counts[places[truth]][places[scores.decided(i)]]++;
      right += truth == scores.decided(i) ? 1 : 0;
    }
    return new Confusion(names(labels, places, MOST_CLASSES), counts, right);
  }

  /** Returns the place of each class where the rarest have the last one together. */
  private static int[] places(long[] actual, int limit) {
    int[] kept =
        IntStream.range(0, actual.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer k) -> actual[k]).reversed())
            .limit(limit - 1)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    int[] places = new int[actual.length];
    Arrays.fill(places, limit - 1);
    for (int place = 0; place < kept.length; place++) {
      places[kept[place]] = place;
    }
    return places;
  }

  private static List<String> names(List<String> labels, int[] places, int limit) {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < places.length; k++) {
      if (places[k] < limit - 1) {
        names.add(labels.get(k));
      }
    }
    names.add("all others");
    return List.copyOf(names);
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
    int[] place = places(IntStream.range(0, size()).mapToLong(this::actual).toArray(), limit);
    long[][] sums = new long[limit][limit];
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        sums[place[i]][place[j]] += counts[i][j];
      }
    }
    return new Confusion(names(labels, place, limit), sums, right);
  }
}
