package org.braidml.runner.data.fit;

import java.util.List;
import org.braidml.runner.data.config.Truncate;

/**
 * Which columns hold a series, and how.
 *
 * @param key the key of the field, for messages
 * @param steps columns that are the steps, or empty
 * @param channels columns that hold a series each, or empty
 * @param delimiter what stands between the numbers of a channel
 * @param maxLength the most steps of a row
 * @param truncate which end of a longer row is cut off
 * @param place the key that names the columns of channels, below that of the field
 */
record SeriesColumns(
    String key,
    List<String> steps,
    List<String> channels,
    String delimiter,
    int maxLength,
    Truncate truncate,
    String place) {

  /** The columns of a fitted field. */
  static SeriesColumns of(FittedSeries field, String key) {
    return new SeriesColumns(
        key,
        field.steps(),
        field.channels(),
        field.delimiter(),
        field.maxLength(),
        field.truncate(),
        ".channels");
  }

  /** Returns the columns that are read. */
  List<String> names() {
    return steps.isEmpty() ? channels : steps;
  }

  /** Returns the key that names these columns. */
  String namesKey() {
    return key + (steps.isEmpty() ? place : ".steps");
  }

  /** Returns the first step that is not cut off, of so many. */
  int first(int length) {
    return truncate == Truncate.LEFT ? length - kept(length) : 0;
  }

  /** Returns how many of so many steps are not cut off. */
  int kept(int length) {
    return Math.min(length, maxLength);
  }
}
