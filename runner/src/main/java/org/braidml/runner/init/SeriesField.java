package org.braidml.runner.init;

import java.util.ArrayList;
import java.util.List;

/**
 * Series that stand in columns of JSON arrays, as one field.
 *
 * @param name the name of the field
 * @param channels its columns: a list, or what stands for one
 * @param gaps whether numbers are missing
 * @param longest the most steps of a training row
 */
record SeriesField(String name, String channels, boolean gaps, int longest) {

  /** The most steps that a field keeps unless it says otherwise. */
  private static final int KEPT = 1000;

  /** Longer series are shortened to about half of this before a recurrence reads them. */
  private static final int LONG = 200;

  /** Returns the field with more settings, and an encoder that suits its length. */
  Field field(String... more) {
    List<String> settings = new ArrayList<>(List.of("kind = series", "channels = " + channels));
    settings.addAll(List.of(more));
    if (gaps) {
      settings.add("# A missing number repeats the last one, and a second channel marks it.");
      settings.add("missing = forward");
      settings.add("observed = true");
    }
    if (longest > KEPT) {
      settings.add("max-length = " + longest);
    }
    String gru = "type = gru";
    String size = "hidden-size = 48";
    String pooling = "pooling { type = mean }";
    if (longest <= LONG) {
      return Field.of(name, settings, gru, size, pooling);
    }
    int window = Math.min(1024, (2 * longest + LONG - 1) / LONG);
    return Field.of(
        name,
        settings,
        "# A convolution finds forms, and maxima shorten the series, before a recurrence reads it.",
        """
        transforms = [
          { type = conv1d, filters = 32, kernel = 7 }
          { type = max-pool, size = %1$d, stride = %1$d }
        ]"""
            .formatted(window),
        gru,
        size,
        pooling);
  }
}
