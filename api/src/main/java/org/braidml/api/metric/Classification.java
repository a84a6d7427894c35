package org.braidml.api.metric;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
        .allMatch(i -> scores.decided(i) == (int) scores.targets()[i]);
  }

  /** Returns the probability of every class; of two where one number is given. */
  public static float[] probabilities(float[] prediction) {
    return prediction.length == 1
        ? new float[] {1 - prediction[0], prediction[0]}
        : prediction.clone();
  }

  /** Returns counts: row = true class, column = decided class. */
  public static long[][] confusion(Scores scores) {
    int classes = scores.classes();
    long[][] counts = new long[classes][classes];
    for (int i = 0; i < scores.size(); i++) {
      counts[(int) scores.targets()[i]][scores.decided(i)]++;
    }
    return counts;
  }

  static double accuracy(Scores scores) {
    return (double) LongStream.of(Counts.of(scores).right()).sum() / scores.size();
  }

  /** Over the classes that occur, as scikit-learn does. */
  static double balancedAccuracy(Scores scores) {
    Counts counts = Counts.of(scores);
    return IntStream.range(0, scores.classes())
        .filter(k -> counts.actual()[k] > 0)
        .mapToDouble(k -> (double) counts.right()[k] / counts.actual()[k])
        .average()
        .orElse(Double.NaN);
  }

  static double[] f1(Scores scores) {
    return Counts.of(scores).f1();
  }

  /** Over the classes that occur or were decided for, as scikit-learn does. */
  static double macroF1(Scores scores) {
    Counts counts = Counts.of(scores);
    double[] f1 = counts.f1();
    return IntStream.range(0, f1.length)
        .filter(k -> counts.actual()[k] > 0 || counts.decided()[k] > 0)
        .mapToDouble(k -> f1[k])
        .average()
        .orElse(Double.NaN);
  }

  static double weightedF1(Scores scores) {
    Counts counts = Counts.of(scores);
    double[] f1 = counts.f1();
    double sum = 0;
    for (int k = 0; k < f1.length; k++) {
      sum += f1[k] * counts.actual()[k];
    }
    return sum / scores.size();
  }

  /** How often each class was found, occurs, and was decided for. */
  private record Counts(long[] right, long[] actual, long[] decided) {

    static Counts of(Scores scores) {
      int classes = scores.classes();
      Counts counts = new Counts(new long[classes], new long[classes], new long[classes]);
      for (int i = 0; i < scores.size(); i++) {
        int truth = (int) scores.targets()[i];
        int decided = scores.decided(i);
        counts.actual[truth]++;
        counts.decided[decided]++;
        counts.right[truth] += truth == decided ? 1 : 0;
      }
      return counts;
    }

    double[] f1() {
      double[] f1 = new double[right.length];
      for (int k = 0; k < f1.length; k++) {
        long both = actual[k] + decided[k];
        f1[k] = both == 0 ? 0 : 2.0 * right[k] / both;
      }
      return f1;
    }
  }
}
