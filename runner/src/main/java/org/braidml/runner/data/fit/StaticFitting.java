package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.Scaling;
import org.braidml.runner.data.config.StaticFieldConfig;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/** Fits static features. */
final class StaticFitting {

  private final Table table;
  private final int[] train;
  private final Problems problems;

  StaticFitting(Table table, int[] train, Problems problems) {
    this.table = table;
    this.train = train;
    this.problems = problems;
  }

  FittedStatics fit(String key, StaticFieldConfig config) {
    List<FittedStatics.Numeric> numbers = new ArrayList<>();
    for (String column : config.numeric()) {
      numbers.add(number(key, column, List.of(NumberReading.NUMBER), config).get(0));
    }
    for (String column : config.booleans()) {
      numbers.add(number(key, column, List.of(NumberReading.TRUTH), config).get(0));
    }
    List<NumberReading> parts =
        config.dateParts().stream().flatMap(part -> NumberReading.of(part).stream()).toList();
    for (String column : config.dates()) {
      numbers.addAll(number(key, column, parts, config));
    }
    return new FittedStatics(
        numbers, config.category().stream().map(c -> category(c, config.minCount())).toList());
  }

  /** Fits what a column becomes; only the first of it has an indicator. */
  private List<FittedStatics.Numeric> number(
      String key, String column, List<NumberReading> readings, StaticFieldConfig config) {
    List<FittedStatics.Numeric> numbers = new ArrayList<>();
    int[] rows = IntStream.range(0, table.size()).toArray();
    for (NumberReading reading : readings) {
      boolean first = numbers.isEmpty();
      double[] all = reading.read(table, column, key, rows, first ? problems : new Problems());
      double[] known = IntStream.of(train).mapToDouble(row -> all[row]).toArray();
      boolean lacking = Arrays.stream(known).anyMatch(Double::isNaN);
      boolean plain = reading == NumberReading.NUMBER;
      Scale scale =
          Scale.of(
                  SortedNumbers.of(known),
                  reading.bounded() ? Scaling.NONE : config.scaling(),
                  plain ? config.missing() : MissingNumber.MEAN,
                  config.constant())
              .clipped(plain ? config.clip() : Optional.empty());
      numbers.add(
          new FittedStatics.Numeric(
              column, reading, scale, first && lacking && config.indicators()));
    }
    return numbers;
  }

  private FittedStatics.Category category(String column, int minCount) {
    Column values = table.column(column);
    Map<String, Integer> counts = new TreeMap<>();
    boolean lacking = false;
    for (int row : train) {
      String value = values.get(row);
      lacking |= value == null;
      if (value != null) {
        counts.merge(value, 1, Integer::sum);
      }
    }
    List<String> known =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= minCount)
            .map(Map.Entry::getKey)
            .toList();
    return new FittedStatics.Category(column, lacking, known);
  }
}
