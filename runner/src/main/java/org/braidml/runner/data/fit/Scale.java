package org.braidml.runner.data.fit;

import java.util.Arrays;
import java.util.Optional;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.Scaling;

/**
 * How numbers are scaled: {@code (x - shift) / divisor}, or the same of {@code log(1 + x)}; and how
 * far the result may go.
 *
 * @param logarithm whether the logarithm of 1 + x is taken first
 * @param shift what is taken off, such as the mean of the training rows
 * @param divisor the spread of the training rows, such as their (population) standard deviation
 * @param fill what stands in for a missing number, before scaling
 * @param clip the greatest absolute value of a scaled number, or 0 if it is not clipped
 */
public record Scale(boolean logarithm, double shift, double divisor, double fill, double clip) {

  /** Spreads smaller than this share of the greatest number are rounding, not spread. */
  private static final double ROUNDING = 1e-12;

  /** Leaves numbers as they are. */
  public static Scale identity() {
    return new Scale(false, 0, 1, 0, 0);
  }

  /**
   * Fits a scale.
   *
   * @param numbers the numbers of the training rows; NaN where missing
   * @param constant what stands in for a missing number by the rule of that name
   */
  static Scale of(double[] numbers, Scaling scaling, MissingNumber missing, double constant) {
    double[] given = sorted(Arrays.stream(numbers));
    double fill =
        switch (missing) {
          case MEAN, FORWARD -> mean(given);
          case MEDIAN -> quantile(given, 0.5);
          case ZERO -> 0;
          case CONSTANT -> constant;
        };
    double[] logs = sorted(Arrays.stream(given).filter(x -> x > -1).map(Math::log1p));
    return switch (scaling) {
      case NONE -> new Scale(false, 0, 1, fill, 0);
      case STANDARD -> scale(false, given, mean(given), deviation(given), fill);
      case MIN_MAX ->
          scale(false, given, quantile(given, 0), quantile(given, 1) - quantile(given, 0), fill);
      case ROBUST ->
          scale(
              false,
              given,
              quantile(given, 0.5),
              quantile(given, 0.75) - quantile(given, 0.25),
              fill);
      case LOG1P -> scale(true, logs, mean(logs), deviation(logs), fill);
    };
  }

  /** Numbers without spread are only shifted. */
  private static Scale scale(
      boolean logarithm, double[] sorted, double shift, double spread, double fill) {
    double greatest = Math.max(Math.abs(quantile(sorted, 0)), Math.abs(quantile(sorted, 1)));
    boolean spreads = spread > ROUNDING * greatest && Double.isFinite(spread);
    return new Scale(logarithm, shift, spreads ? spread : 1, fill, 0);
  }

  private static double[] sorted(java.util.stream.DoubleStream numbers) {
    return numbers.filter(number -> !Double.isNaN(number)).sorted().toArray();
  }

  private static double mean(double[] given) {
    return Arrays.stream(given).average().orElse(0);
  }

  private static double deviation(double[] given) {
    double mean = mean(given);
    return Math.sqrt(
        Arrays.stream(given).map(number -> (number - mean) * (number - mean)).average().orElse(0));
  }

  /** Interpolates evenly between neighbours; 0 if there is no number. */
  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Returns whether a number can be scaled; there is a logarithm of what is above 0 only. */
  public boolean takes(double number) {
    return !logarithm || Double.isNaN(number) || number > -1;
  }

  /** Returns the same scale with another bound of scaled numbers, if one is given. */
  Scale clipped(Optional<Double> bound) {
    return new Scale(logarithm, shift, divisor, fill, bound.orElse(0.0));
  }

  /** Returns a number scaled and clipped; the same of the fill for NaN. */
  public float scaled(double number) {
    double given = Double.isNaN(number) ? fill : number;
    double scaled = ((logarithm ? Math.log1p(given) : given) - shift) / divisor;
    return (float) (clip == 0 ? scaled : Math.max(-clip, Math.min(clip, scaled)));
  }
}
