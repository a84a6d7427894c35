package org.braidml.api.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Metrics of the most probable class. One column is the probability of class 1 of two. */
public final class Classification {

  private Classification() {}

  /** Returns the most probable class of a row; the lowest id of those that tie. */
  public static int decide(float[] prediction) {
    if (prediction.length == 1) {
      return prediction[0] > 0.5f ? 1 : 0;
    }
    int best = 0;
    for (int k = 1; k < prediction.length; k++) {
      if (prediction[k] > prediction[best]) {
        best = k;
      }
    }
    return best;
  }

  /** Returns whether an example is decided rightly, with all its labels if it has several. */
  public static boolean right(Scores scores, int example) {
    int from = example * scores.labels();
    return IntStream.range(from, from + scores.labels())
        .allMatch(i -> decide(scores.predictions()[i]) == (int) scores.targets()[i]);
  }

  /** Returns the probability of every class; of two where one number is given. */
  public static float[] probabilities(float[] prediction) {
    return prediction.length == 1
        ? new float[] {1 - prediction[0], prediction[0]}
        : prediction.clone();
  }

  /** Returns counts: row = true class, column = decided class. */
  public static long[][] confusion(Scores scores) {
    int classes = classes(scores);
    long[][] counts = new long[classes][classes];
    for (int i = 0; i < scores.size(); i++) {
      counts[(int) scores.targets()[i]][decide(scores.predictions()[i])]++;
    }
    return counts;
  }

  static int classes(Scores scores) {
    int width = scores.size() == 0 ? 1 : scores.predictions()[0].length;
    return Math.max(2, width);
  }

  static double accuracy(Scores scores) {
    long[][] counts = confusion(scores);
    long right = IntStream.range(0, counts.length).mapToLong(k -> counts[k][k]).sum();
    return (double) right / scores.size();
  }

  /** Over the classes that occur, as scikit-learn does. */
  static double balancedAccuracy(Scores scores) {
    long[][] counts = confusion(scores);
    return IntStream.range(0, counts.length)
        .filter(k -> Arrays.stream(counts[k]).sum() > 0)
        .mapToDouble(k -> (double) counts[k][k] / Arrays.stream(counts[k]).sum())
        .average()
        .orElse(Double.NaN);
  }

  static double[] f1(Scores scores) {
    long[][] counts = confusion(scores);
    double[] f1 = new double[counts.length];
    for (int k = 0; k < f1.length; k++) {
      long actual = Arrays.stream(counts[k]).sum();
      long decided = 0;
      for (long[] row : counts) {
        decided += row[k];
      }
      f1[k] = actual + decided == 0 ? 0 : 2.0 * counts[k][k] / (actual + decided);
    }
    return f1;
  }

  /** Over the classes that occur or were decided for, as scikit-learn does. */
  static double macroF1(Scores scores) {
    long[][] counts = confusion(scores);
    double[] f1 = f1(scores);
    return IntStream.range(0, f1.length)
        .filter(k -> Arrays.stream(counts[k]).sum() > 0 || decided(counts, k))
        .mapToDouble(k -> f1[k])
        .average()
        .orElse(Double.NaN);
  }

  static double weightedF1(Scores scores) {
    long[][] counts = confusion(scores);
    double[] f1 = f1(scores);
    double sum = 0;
    for (int k = 0; k < f1.length; k++) {
      sum += f1[k] * Arrays.stream(counts[k]).sum();
    }
    return sum / scores.size();
  }

  private static boolean decided(long[][] counts, int k) {
    return Arrays.stream(counts).anyMatch(row -> row[k] > 0);
  }
}
