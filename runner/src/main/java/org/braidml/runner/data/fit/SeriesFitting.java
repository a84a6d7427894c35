package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.Scaling;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.VectorsFieldConfig;
import org.braidml.runner.data.table.Table;

/** Fits the scales of a series, and its length if all training rows share one. */
public final class SeriesFitting {

  /** Stands between the numbers of vectors that are no JSON. */
  private static final String VECTORS = " ";

  private final Table table;
  private final int[] train;
  private final Problems problems;

  SeriesFitting(Table table, int[] train, Problems problems) {
    this.table = table;
    this.train = train;
    this.problems = problems;
  }

  FittedSeries fit(String key, SeriesFieldConfig config) {
    SeriesRows.Columns columns =
        new SeriesRows.Columns(
            key,
            config.steps(),
            config.channels(),
            config.delimiter(),
            config.maxLength(),
            config.truncate(),
            ".channels",
            Optional.empty());
    int width =
        config.steps().isEmpty() && config.channels().size() == 1
            ? 0
            : Math.max(1, config.channels().size());
    SeriesRows rows = SeriesRows.read(table, columns, width, train, problems);
    List<Scale> scales = new ArrayList<>();
    for (int channel = 0; channel < rows.width(); channel++) {
      scales.add(
          Scale.of(numbers(rows, channel), config.scaling(), config.missing(), config.constant())
              .clipped(config.clip()));
    }
    return new FittedSeries(
        config.steps(),
        config.channels(),
        config.delimiter(),
        config.observed(),
        config.missing() == MissingNumber.FORWARD,
        config.maxLength(),
        config.truncate(),
        length(rows),
        scales);
  }

  FittedSeries fit(String key, VectorsFieldConfig config) {
    List<String> column = config.sourceColumns();
    SeriesRows.Columns columns =
        new SeriesRows.Columns(
            key,
            List.of(),
            column,
            VECTORS,
            config.maxLength(),
            config.truncate(),
            ".column",
            Optional.empty());
    SeriesRows rows = SeriesRows.read(table, columns, config.size().orElse(0), train, problems);
    return new FittedSeries(
        List.of(),
        column,
        VECTORS,
        false,
        false,
        config.maxLength(),
        config.truncate(),
        length(rows),
        Collections.nCopies(rows.width(), Scale.identity()));
  }

  private double[] numbers(SeriesRows rows, int channel) {
    return IntStream.of(train)
        .mapToObj(rows::row)
        .flatMapToDouble(
            row ->
                IntStream.range(0, row.length)
                    .filter(i -> i % rows.width() == channel)
                    .mapToDouble(i -> row[i]))
        .toArray();
  }

  private int length(SeriesRows rows) {
    int first = train.length == 0 ? 0 : rows.length(train[0]);
    return IntStream.of(train).allMatch(row -> rows.length(row) == first) ? first : 0;
  }

  /** Returns what is wrong with the text of a channel, or an empty text. */
  public static String fault(String text, SeriesFieldConfig config) {
    boolean logarithm = config.scaling() == Scaling.LOG1P;
    return fault(
        text,
        config.delimiter(),
        steps ->
            SeriesRows.kept(steps, config.maxLength(), config.truncate()).stream()
                .filter(step -> logarithm)
                .flatMapToDouble(Arrays::stream)
                .mapToObj(Logarithms::fault)
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse(""));
  }

  /** Returns what is wrong with the text of vectors, or an empty text. */
  public static String faultOfVectors(String text) {
    return fault(text, VECTORS, steps -> "");
  }

  private static String fault(
      String text, String delimiter, Function<List<double[]>, String> faultOfNumbers) {
    try {
      return faultOfNumbers.apply(new SeriesParser(delimiter).parse(text));
    } catch (SeriesParser.WrongNumberException e) {
      return "\"" + e.text() + "\" is no number of 32 bits";
    }
  }
}
