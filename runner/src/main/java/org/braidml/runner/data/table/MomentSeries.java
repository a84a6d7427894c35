package org.braidml.runner.data.table;

import java.util.List;
import java.util.stream.IntStream;
import org.braidml.runner.data.store.Numbers;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.store.Primitive;

/** Series of subjects, each of which has a step for each of its own moments. */
final class MomentSeries {

  private final int variables;
  private final long[] firsts;
  private final int[] steps;
  private final NumbersWriter<double[]> all = new NumbersWriter<>(Primitive.DOUBLE);
  private long size;

  /**
   * Series without a step.
   *
   * @param subjects how many there are
   * @param variables how many each has
   */
  MomentSeries(int subjects, int variables) {
    this.variables = variables;
    this.firsts = new long[subjects];
    this.steps = new int[subjects];
  }

  /** Puts all that was measured of a subject. */
  void put(int subject, Moments moments) {
    double[] times = moments.times();
    firsts[subject] = size;
    steps[subject] = times.length;
    for (int variable = 0; variable < variables; variable++) {
      all.add(moments.numbers(variable, times), times.length);
    }
    all.add(Moments.gaps(times), times.length);
    size += (variables + 1L) * times.length;
  }

  /** Returns the series of each variable, and behind them the gaps; nothing can be put any more. */
  List<Column> columns() {
    Numbers<double[]> numbers = all.whole();
    return IntStream.rangeClosed(0, variables)
        .mapToObj(
            channel -> Column.ofSeries(steps.length, subject -> series(numbers, subject, channel)))
        .toList();
  }

  private double[] series(Numbers<double[]> numbers, int subject, int channel) {
    double[] series = new double[steps[subject]];
    numbers.copy(firsts[subject] + (long) channel * series.length, series, 0, series.length);
    return series;
  }
}
