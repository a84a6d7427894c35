package org.braidml.runner.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.braidml.runner.data.config.LongSourceConfig;
import org.braidml.runner.data.config.Times;
import org.braidml.runner.data.store.Numbers;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.store.Primitive;

/**
 * What was measured, in any order of subjects and moments: noted as it comes, and put into steps at
 * the end, one part of the subjects after another. Many measurements go to files.
 */
final class MeasuredSeries {

  /** Into so many parts subjects are dealt; the steps of one part are in the heap at once. */
  private static final int PARTS = 128;

  private static final int NONE = -1;

  /** Of a measurement are noted the series, the time and the number. */
  private static final int NOTED = 3;

  private static final int CHUNK = NOTED << 10;

  private final LongSourceConfig config;
  private final List<NumbersWriter<double[]>> parts;
  private final double[] note = new double[NOTED];

  MeasuredSeries(LongSourceConfig config) {
    this(config, NumbersWriter.FEW);
  }

  /** Series of which not more than about so many numbers are noted in the heap. */
  MeasuredSeries(LongSourceConfig config, int few) {
    this.config = config;
    this.parts =
        Stream.generate(() -> new NumbersWriter<>(Primitive.DOUBLE, few / PARTS))
            .limit(PARTS)
            .toList();
  }

  /**
   * Takes a measurement.
   *
   * @param subject the number of the subject
   * @param variable the place of the variable among the series
   * @param time the moment, which lies within the bins if there are any
   * @param number what was measured
   */
  void take(int subject, int variable, double time, double number) {
    note[0] = (double) subject * config.series().size() + variable;
    note[1] = time;
    note[2] = number;
    parts.get(subject % PARTS).add(note, NOTED);
  }

  /**
   * Returns the series of each variable, as JSON arrays, null where a step has no number; and, if
   * moments are kept, behind them the times since the moment before. Nothing can be taken
   * afterwards.
   *
   * @param subjects how many there are
   */
  List<Column> columns(int subjects) {
    return config.times() == Times.GAPS ? moments(subjects) : bins(subjects);
  }

  private List<Column> moments(int subjects) {
    int variables = config.series().size();
    MomentSeries all = new MomentSeries(subjects, variables);
    for (NumbersWriter<double[]> part : parts) {
      Map<Integer, Moments> moments = new LinkedHashMap<>();
      each(
          part.whole(),
          (series, time, number) ->
              moments
                  .computeIfAbsent(
                      (int) (series / variables),
                      subject -> new Moments(variables, config.aggregate()))
                  .take((int) (series % variables), time, number));
      moments.forEach(all::put);
    }
    return all.columns();
  }

  private List<Column> bins(int subjects) {
    int variables = config.series().size();
    int steps = config.bins();
    int[] places = new int[Math.multiplyExact(subjects, variables)];
    Arrays.fill(places, NONE);
    NumbersWriter<double[]> all = new NumbersWriter<>(Primitive.DOUBLE);
    int count = 0;
    for (NumbersWriter<double[]> part : parts) {
      for (Map.Entry<Integer, Bins> series : bins(part.whole()).entrySet()) {
        places[series.getKey()] = count++;
        all.add(series.getValue().whole(), steps);
      }
    }
    Numbers<double[]> numbers = all.whole();
    List<Column> columns = new ArrayList<>();
    for (int v = 0; v < variables; v++) {
      int variable = v;
      columns.add(
          Column.ofSeries(
              subjects, subject -> series(numbers, places[subject * variables + variable], steps)));
    }
    return columns;
  }

  private Map<Integer, Bins> bins(Numbers<double[]> notes) {
    int steps = config.bins();
    double width = config.width();
    Map<Integer, Bins> bins = new LinkedHashMap<>();
    each(
        notes,
        (series, time, number) ->
            bins.computeIfAbsent((int) series, place -> new Bins(config.aggregate(), steps))
                .take(Math.min((int) Math.floor(time / width), steps - 1), time, number));
    return bins;
  }

  private static void each(Numbers<double[]> notes, Noted to) {
    double[] some = new double[CHUNK];
    for (long first = 0; first < notes.size(); first += CHUNK) {
      int count = (int) Math.min(CHUNK, notes.size() - first);
      notes.copy(first, some, 0, count);
      for (int i = 0; i < count; i += NOTED) {
        to.take((long) some[i], some[i + 1], some[i + 2]);
      }
    }
  }

  private static double[] series(Numbers<double[]> numbers, int place, int steps) {
    double[] series = new double[steps];
    if (place == NONE) {
      Arrays.fill(series, Double.NaN);
    } else {
      numbers.copy((long) place * steps, series, 0, steps);
    }
    return series;
  }

  /** Takes a measurement as it was noted: of which series of which subject, when, how much. */
  @FunctionalInterface
  private interface Noted {

    void take(long series, double time, double number);
  }
}
