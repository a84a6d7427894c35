package org.braidml.runner.data.fit;

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

  /** Returns whether a scale depends on numbers at all. */
  static boolean isLearnt(Scaling scaling, MissingNumber missing) {
    return scaling != Scaling.NONE
        || (missing != MissingNumber.ZERO && missing != MissingNumber.CONSTANT);
  }

  /**
   * Fits a scale.
   *
   * @param given the numbers of the training rows that are not missing
   * @param constant what stands in for a missing number by the rule of that name
   */
  static Scale of(SortedNumbers given, Scaling scaling, MissingNumber missing, double constant) {
    double fill =
        switch (missing) {
          case MEAN, FORWARD -> given.mean();
          case MEDIAN -> given.quantile(0.5);
          case ZERO -> 0;
          case CONSTANT -> constant;
        };
    return switch (scaling) {
      case NONE -> new Scale(false, 0, 1, fill, 0);
      case STANDARD -> scale(false, given, given.mean(), given.deviation(), fill);
      case MIN_MAX -> {
        double least = given.quantile(0);
        yield scale(false, given, least, given.quantile(1) - least, fill);
      }
      case ROBUST ->
          scale(
              false, given, given.quantile(0.5), given.quantile(0.75) - given.quantile(0.25), fill);
      case LOG1P -> {
        SortedNumbers logs = given.logarithms();
        yield scale(true, logs, logs.mean(), logs.deviation(), fill);
      }
    };
  }

  /** Numbers without spread are only shifted. */
  private static Scale scale(
      boolean logarithm, SortedNumbers given, double shift, double spread, double fill) {
    double greatest = Math.max(Math.abs(given.quantile(0)), Math.abs(given.quantile(1)));
    boolean spreads = spread > ROUNDING * greatest && Double.isFinite(spread);
    return new Scale(logarithm, shift, spreads ? spread : 1, fill, 0);
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
