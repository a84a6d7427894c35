package org.braidml.runner.data.profile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedSeries;
import org.braidml.runner.data.fit.SeriesReader;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/**
 * Channels of series whose numbers are all one and the same, or none; missing ones do not count.
 */
final class ConstantChannels {

  /** So many numbers of a step are named, where they have no names but their places. */
  private static final int NAMED = 10;

  private final SeriesReader reader;
  private final double[] first;
  private final BitSet constant;

  private ConstantChannels(SeriesReader reader) {
    this.reader = reader;
    this.first = new double[reader.width()];
    this.constant = new BitSet(first.length);
    Arrays.fill(first, Double.NaN);
    constant.set(0, first.length);
  }

  /**
   * Looks for them.
   *
   * @param fields all fields, by name
   * @param train the training rows
   * @return what is the same, by the names of columns
   */
  static Map<String, String> of(Table table, SortedMap<String, FittedField> fields, int[] train) {
    Map<String, String> found = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          if (field instanceof FittedSeries series && series.steps().isEmpty()) {
            ConstantChannels channels = new ConstantChannels(SeriesReader.of(series, name, table));
            channels.read(train);
            found.putAll(channels.told(series.channels()));
          }
        });
    return found;
  }

  /** Reads rows until every channel is known to vary. */
  private void read(int[] rows) {
    for (int i = 0; i < rows.length && !constant.isEmpty(); i++) {
      double[] numbers = reader.row(rows[i]);
      for (int n = 0; n < numbers.length; n++) {
        int channel = n % first.length;
        if (Double.isNaN(first[channel])) {
          first[channel] = numbers[n];
        } else if (!Double.isNaN(numbers[n]) && numbers[n] != first[channel]) {
          constant.clear(channel);
        }
      }
    }
  }

  private Map<String, String> told(List<String> columns) {
    if (constant.isEmpty()) {
      return Map.of();
    }
    if (columns.size() < first.length) {
      return Map.of(columns.get(0), places());
    }
    Map<String, String> told = new LinkedHashMap<>();
    constant.stream().forEach(channel -> told.put(columns.get(channel), number(channel)));
    return told;
  }

  private String number(int channel) {
    return Double.isNaN(first[channel])
        ? "no training row has a number"
        : "all its numbers in the training rows are " + NumberColumn.text(first[channel]);
  }

  /** The column holds all channels, which are the places of the numbers of a step. */
  private String places() {
    int[] places = constant.stream().map(channel -> channel + 1).toArray();
    String named =
        IntStream.of(places)
            .limit(NAMED)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    int others = places.length - NAMED;
    return "of the %d numbers of a step, these are the same in all training rows: %s%s"
        .formatted(first.length, named, others > 0 ? " and %d more".formatted(others) : "");
  }
}
