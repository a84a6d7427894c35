package org.braidml.runner.data.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.braidml.runner.data.config.Aggregate;
import org.braidml.runner.data.config.LongSourceConfig;
import org.jspecify.annotations.Nullable;

/** What was measured of one subject, in bins. */
final class Subject {

  private final LongSourceConfig config;
  private final String place;
  private final Map<String, double[]> bins = new LinkedHashMap<>();
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final Map<String, double[]> latest = new LinkedHashMap<>();
  private final Map<String, String> statics = new LinkedHashMap<>();

  Subject(LongSourceConfig config, String place) {
    this.config = config;
    this.place = place;
  }

  /** Returns where it stands, for messages. */
  String place() {
    return place;
  }

  /** Takes the first value of a variable that does not change. */
  void take(String variable, String value) {
    statics.putIfAbsent(variable, value);
  }

  /** Takes a number of a series at a moment that lies within the steps. */
  void take(String variable, double time, double number) {
    int bin = Math.min((int) Math.floor(time / config.bin()), config.steps() - 1);
    double[] numbers = bins.computeIfAbsent(variable, name -> new double[config.steps()]);
    int[] count = counts.computeIfAbsent(variable, name -> new int[config.steps()]);
    double[] moments = latest.computeIfAbsent(variable, name -> new double[config.steps()]);
    boolean first = count[bin] == 0;
    numbers[bin] =
        switch (config.aggregate()) {
          case MEAN, SUM -> numbers[bin] + number;
          case MIN -> first ? number : Math.min(numbers[bin], number);
          case MAX -> first ? number : Math.max(numbers[bin], number);
          case LAST -> first || time >= moments[bin] ? number : numbers[bin];
        };
    moments[bin] = first ? time : Math.max(moments[bin], time);
    count[bin]++;
  }

  /** Returns the value of a variable that does not change, or null if none was given. */
  @Nullable String value(String variable) {
    return statics.get(variable);
  }

  /** Returns a series as a JSON array, null where a bin has no number. */
  String series(String variable) {
    int[] count = counts.getOrDefault(variable, new int[config.steps()]);
    double[] numbers = bins.getOrDefault(variable, new double[config.steps()]);
    boolean mean = config.aggregate() == Aggregate.MEAN;
    return IntStream.range(0, config.steps())
        .mapToObj(
            bin ->
                count[bin] == 0
                    ? "null"
                    : Double.toString(mean ? numbers[bin] / count[bin] : numbers[bin]))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
