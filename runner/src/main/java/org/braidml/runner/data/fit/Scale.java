package org.braidml.runner.data.fit;

import java.util.Arrays;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.Scaling;

/**
 * How numbers are scaled: {@code (x - shift) / divisor}.
 *
 * @param shift the mean of the training rows, or 0
 * @param divisor the (population) standard deviation of the training rows, or 1
 * @param fill what stands in for a missing number, before scaling
 */
public record Scale(double shift, double divisor, double fill) {

  /** Deviations smaller than this share of the mean are rounding, not spread. */
  private static final double ROUNDING = 1e-12;

  /** Leaves numbers as they are. */
  public static Scale identity() {
    return new Scale(0, 1, 0);
  }

  /**
   * Fits a scale.
   *
   * @param numbers the numbers of the training rows; NaN where missing
   */
  static Scale of(double[] numbers, Scaling scaling, MissingNumber missing) {
    double[] given = Arrays.stream(numbers).filter(number -> !Double.isNaN(number)).toArray();
    double mean = Arrays.stream(given).average().orElse(0);
    double fill =
        switch (missing) {
          case MEAN -> mean;
          case MEDIAN -> median(given);
          case ZERO -> 0;
        };
    if (scaling == Scaling.NONE) {
      return new Scale(0, 1, fill);
    }
    double variance =
        Arrays.stream(given).map(number -> (number - mean) * (number - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance);
    boolean spread = deviation > ROUNDING * Math.abs(mean) && Double.isFinite(deviation);
    return new Scale(mean, spread ? deviation : 1, fill);
  }

  private static double median(double[] given) {
    double[] sorted = given.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Returns a number scaled; the fill's scaled value for NaN. */
  public float scaled(double number) {
    return (float) (((Double.isNaN(number) ? fill : number) - shift) / divisor);
  }
}
