package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Range;

/**
 * Windows over a long table: each row becomes an example whose series are the rows before it, and
 * whose static features and target are its own. No window holds rows of two files, or of two groups
 * of one.
 *
 * @param series the columns to gather; the window of a column {@code x} is the column {@code
 *     x-window}, to be named as a channel of a series
 * @param length the most steps of a window
 * @param minLength the fewest steps; absent: as {@code length}
 * @param horizon how many rows after the last step the example's row is; 0: it is the last step
 * @param stride every how many rows there is an example, counted back from the last of a group
 * @param group a column whose values stand for groups, within the file they stand in, and which is
 *     missing in no row; absent: each file is one; needed with {@code split.group}
 * @param order a column of numbers or dates that orders the rows of a group; absent: as they stand
 * @param history whose rows a window may hold
 * @param test which windows of test rows count
 */
@Defaults("data.windows")
public record WindowsConfig(
    List<String> series,
    @Range(min = 1) int length,
    @Range(min = 1) Optional<Integer> minLength,
    @Range(min = 0) int horizon,
    @Range(min = 1) int stride,
    Optional<String> group,
    Optional<String> order,
    History history,
    TestWindows test) {

  private static final String WINDOW = "-window";

  public WindowsConfig {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("windows gather at least one column, in series");
    }
    if (minLength.orElse(length) > length) {
      throw new IllegalArgumentException("min-length is at most length");
    }
  }

  /** Returns the name of the column that holds the windows of another. */
  public static String window(String column) {
    return column + WINDOW;
  }

  /** Returns the columns that hold windows. */
  public List<String> windows() {
    return series.stream().map(WindowsConfig::window).toList();
  }

  /** Returns the columns of the source that windows need. */
  public List<String> sourceColumns() {
    return Stream.of(series.stream(), group.stream(), order.stream())
        .flatMap(columns -> columns)
        .toList();
  }
}
