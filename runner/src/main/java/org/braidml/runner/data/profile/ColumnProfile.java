package org.braidml.runner.data.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.braidml.runner.data.fit.Cut;
import org.braidml.runner.data.fit.SeriesSteps;
import org.braidml.runner.data.fit.StepValues;
import org.braidml.runner.data.table.Column;

/**
 * What some rows of one column hold.
 *
 * @param name its name
 * @param kind what its values look like
 * @param rows how many rows there are
 * @param counts how often each value stands in it, in the order in which they appear
 */
public record ColumnProfile(String name, ColumnKind kind, int rows, Map<String, Integer> counts) {

  public ColumnProfile {
    counts = Collections.unmodifiableMap(counts);
  }

  /** Looks at some rows of a column. */
  public static ColumnProfile of(String name, Column column, int[] rows) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int row : rows) {
      String value = column.get(row);
      if (value != null && !value.isBlank()) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    int given = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new ColumnProfile(name, Kinds.of(counts, given), rows.length, counts);
  }

  /** Looks at all rows of a column. */
  public static ColumnProfile of(String name, Column column) {
    return of(name, column, IntStream.range(0, column.size()).toArray());
  }

  /** Returns how many rows have no value. */
  public int missing() {
    return rows - counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns how many different values there are. */
  public int distinct() {
    return counts.size();
  }

  /**
   * Returns how long its different values are, the shortest first: steps of series, elements of
   * lists, words and single signs of texts, characters of others.
   */
  public int[] lengths() {
    String between = delimiter();
    ToIntFunction<String> length =
        switch (kind) {
          case SERIES -> value -> SeriesSteps.count(value, between);
          case LIST -> value -> StepValues.list(value).size();
          case TEXT -> value -> Cut.WORD.tokens(value).size();
          default -> String::length;
        };
    return counts.keySet().stream().mapToInt(length).sorted().toArray();
  }

  /** Returns what stands between the numbers of a series; a blank for a JSON array. */
  public String delimiter() {
    return Kinds.delimiter(counts.keySet()).orElse(" ");
  }
}
