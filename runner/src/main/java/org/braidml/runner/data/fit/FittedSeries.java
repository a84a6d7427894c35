package org.braidml.runner.data.fit;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.braidml.api.graph.FieldSpec;
import org.braidml.runner.data.config.Truncate;

/**
 * A series of numbers.
 *
 * @param steps columns that are the steps, or empty
 * @param channels columns that hold a series each, or empty
 * @param delimiter what stands between the numbers of a channel
 * @param observed whether each channel has a second one that is 1 where a number was given; these
 *     follow after all channels
 * @param forward whether a missing number is that of the step before, where there is one
 * @param maxLength the most steps of a row
 * @param truncate which end of a longer row is cut off
 * @param length the length of every training row, or 0 if they differ
 * @param scales the scale of each channel
 */
public record FittedSeries(
    List<String> steps,
    List<String> channels,
    String delimiter,
    boolean observed,
    boolean forward,
    int maxLength,
    Truncate truncate,
    int length,
    List<Scale> scales)
    implements FittedSequence {

  public FittedSeries {
    steps = List.copyOf(steps);
    channels = List.copyOf(channels);
    scales = List.copyOf(scales);
  }

  @Override
  public List<String> sourceColumns() {
    return Stream.concat(steps.stream(), channels.stream()).toList();
  }

  /** Returns how many numbers a step has, indicators included. */
  public int width() {
    return scales.size() * (observed ? 2 : 1);
  }

  /** Returns the length that all rows have, if there is one. */
  public OptionalInt fixedLength() {
    return length == 0 ? OptionalInt.empty() : OptionalInt.of(length);
  }

  @Override
  public FittedSeries uncut() {
    return new FittedSeries(
        steps, channels, delimiter, observed, forward, Integer.MAX_VALUE, truncate, length, scales);
  }

  @Override
  public FieldSpec spec(String name) {
    return new FieldSpec.Values(name, width(), fixedLength());
  }
}
