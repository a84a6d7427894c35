package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.Scaling;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.VectorsFieldConfig;
import org.braidml.runner.data.store.NumberSorter;
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
    SeriesColumns columns =
        new SeriesColumns(
            key,
            config.steps(),
            config.channels(),
            config.delimiter(),
            config.maxLength(),
            config.truncate(),
            ".channels");
    int width =
        config.steps().isEmpty() && config.channels().size() == 1
            ? 0
            : Math.max(1, config.channels().size());
    SeriesReader reader = SeriesReader.of(table, columns, width, train);
    boolean learnt = Scale.isLearnt(config.scaling(), config.missing());
    NumberSorter sorter = new NumberSorter(reader.width());
    int length = read(reader, learnt ? numbers -> add(numbers, sorter) : numbers -> {});
    List<Scale> scales = new ArrayList<>();
    for (int channel = 0; channel < reader.width(); channel++) {
      SortedNumbers sorted = SortedNumbers.of(sorter.sorted(channel));
      scales.add(
          Scale.of(sorted, config.scaling(), config.missing(), config.constant())
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
        length,
        scales);
  }

  FittedSeries fit(String key, VectorsFieldConfig config) {
    List<String> column = config.sourceColumns();
    SeriesColumns columns =
        new SeriesColumns(
            key, List.of(), column, VECTORS, config.maxLength(), config.truncate(), ".column");
    SeriesReader reader = SeriesReader.of(table, columns, config.size().orElse(0), train);
    int length = read(reader, numbers -> {});
    return new FittedSeries(
        List.of(),
        column,
        VECTORS,
        false,
        false,
        config.maxLength(),
        config.truncate(),
        length,
        Collections.nCopies(reader.width(), Scale.identity()));
  }

  /** Reads all rows; shows the numbers of training rows, and returns the length all these have. */
  private int read(SeriesReader reader, Consumer<double[]> numbersOfTrain) {
    BitSet learnt = new BitSet(table.size());
    IntStream.of(train).forEach(learnt::set);
    int length = -1;
    boolean even = true;
    for (int row = 0; row < table.size(); row++) {
      double[] numbers = reader.row(row);
      if (learnt.get(row)) {
        numbersOfTrain.accept(numbers);
        even &= length < 0 || numbers.length == length;
        length = numbers.length;
      }
    }
    reader.tell(problems);
    return even ? Math.max(0, length) / reader.width() : 0;
  }

  private static void add(double[] numbers, NumberSorter sorter) {
    int width = sorter.columns();
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isNaN(numbers[i])) {
        sorter.add(i % width, numbers[i]);
      }
    }
  }

  /** Returns what is wrong with the text of a channel, or an empty text. */
  public static String fault(String text, SeriesFieldConfig config) {
    boolean logarithm = config.scaling() == Scaling.LOG1P;
    if (!logarithm) {
      return fault(text, config.delimiter(), series -> "");
    }
    SeriesColumns cut =
        new SeriesColumns(
            "",
            List.of(),
            List.of(),
            config.delimiter(),
            config.maxLength(),
            config.truncate(),
            "");
    return fault(text, config.delimiter(), series -> withoutLogarithm(series, cut));
  }

  private static String withoutLogarithm(ParsedSeries series, SeriesColumns cut) {
    int first = cut.first(series.steps());
    int end = first + cut.kept(series.steps());
    return IntStream.range(series.begin(first), series.begin(end))
        .mapToObj(place -> Logarithms.fault(series.number(place)))
        .filter(fault -> !fault.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Returns what is wrong with the text of vectors, or an empty text. */
  public static String faultOfVectors(String text) {
    return fault(text, VECTORS, series -> "");
  }

  private static String fault(
      String text, String delimiter, Function<ParsedSeries, String> faultOfNumbers) {
    ParsedSeries series = new ParsedSeries();
    try {
      new SeriesParser(delimiter).parse(text, series);
      return faultOfNumbers.apply(series);
    } catch (SeriesParser.WrongNumberException e) {
      return "\"" + e.text() + "\" is no number of 32 bits";
    }
  }
}
