package org.braidml.runner.study.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.braidml.runner.data.RandomStream;

/** Intervals by resampling (B. Efron, "Better Bootstrap Confidence Intervals", 1987). */
public final class Bootstrap {

  /** Fewer values resample too few different samples for an interval to hold its level. */
  public static final int LEAST = 20;

  private static final int RESAMPLES = 9_999;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Bootstrap() {}

  /** Returns the BCa interval of a mean from 9,999 resamples, the same at every call. */
  public static Interval mean(double alpha, double... sample) {
    RandomStream stream = RandomStream.of(sample.length, RESAMPLES);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int k = 0; k < sample.length; k++) {
        sum += sample[stream.nextInt(sample.length)];
      }
      means[i] = sum / sample.length;
    }
    return bca(alpha, sample, means);
  }

  /**
   * Returns the bias-corrected and accelerated interval of a mean.
   *
   * @param alpha one less its level
   * @param sample the values
   * @param means of resamples
   */
  static Interval bca(double alpha, double[] sample, double[] means) {
    double mean = Arrays.stream(sample).average().orElseThrow();
    double below = Arrays.stream(means).map(m -> m < mean ? 1 : m == mean ? 0.5 : 0).sum();
    double bias = NORMAL.inverseCumulativeProbability(below / means.length);
    double acceleration = acceleration(sample, mean);
    double[] sorted = means.clone();
    Arrays.sort(sorted);
    return new Interval(
        quantile(sorted, corrected(alpha / 2, bias, acceleration)),
        quantile(sorted, corrected(1 - alpha / 2, bias, acceleration)));
  }

  /** From the jackknife: a mean without value x differs by (mean - x) / (n - 1). */
  private static double acceleration(double[] sample, double mean) {
    double cubes = Arrays.stream(sample).map(x -> Math.pow(x - mean, 3)).sum();
    double squares = Arrays.stream(sample).map(x -> Math.pow(x - mean, 2)).sum();
    return squares == 0 ? 0 : cubes / Math.pow(squares, 1.5) / 6;
  }

  private static double corrected(double share, double bias, double acceleration) {
    double z = bias + NORMAL.inverseCumulativeProbability(share);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  /**
   * Returns the percentile interval.
   *
   * @param alpha one less its level
   * @param values of resamples, in any order
   */
  public static Interval percentile(double alpha, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Interval(quantile(sorted, alpha / 2), quantile(sorted, 1 - alpha / 2));
  }

  /** Linear between the two values beside, as NumPy does by default. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
