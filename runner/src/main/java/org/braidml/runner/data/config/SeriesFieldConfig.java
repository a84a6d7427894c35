package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/**
 * A series of numbers, {@code (T, F)}: either columns that are its steps, or columns that each hold
 * one whole channel.
 *
 * @param steps columns that hold one number each: T columns, F = 1; trailing missing values end the
 *     series
 * @param channels columns that hold a series each, as numbers between delimiters or a JSON array;
 *     one column alone may hold a JSON array of arrays, one a step
 * @param delimiter what stands between the numbers of a channel; a blank means any white space
 * @param scaling how each channel is scaled
 * @param clip the greatest absolute value of a scaled number; absent: none is clipped
 * @param missing what stands in for a missing number
 * @param constant the number that stands in for a missing one if {@code missing} is constant
 * @param observed whether each channel gets a second one that is 1 where a number was given and 0
 *     where it was missing
 * @param maxLength the most steps of a row
 * @param truncate which end of a longer row is cut off
 */
@Id("series")
public record SeriesFieldConfig(
    List<String> steps,
    List<String> channels,
    String delimiter,
    Scaling scaling,
    @Range(min = 0, aboveMin = true) Optional<Double> clip,
    MissingNumber missing,
    double constant,
    boolean observed,
    @Range(min = 1) int maxLength,
    Truncate truncate)
    implements FieldConfig {

  public SeriesFieldConfig {
    steps = List.copyOf(steps);
    channels = List.copyOf(channels);
    missing.requireScalable(scaling, constant);
    if (steps.isEmpty() == channels.isEmpty()) {
      throw new IllegalArgumentException(
          "a series names its columns either in steps or in channels");
    }
  }

  @Override
  public List<String> sourceColumns() {
    return Stream.concat(steps.stream(), channels.stream()).toList();
  }
}
