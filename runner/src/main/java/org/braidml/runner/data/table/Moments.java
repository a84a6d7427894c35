package org.braidml.runner.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.braidml.runner.data.config.Aggregate;

/** What was measured of one subject, each moment of which is a step. */
final class Moments {

  private final Aggregate aggregate;
  private final List<List<Measured>> variables;

  /**
   * Nothing yet.
   *
   * @param variables how many may be measured
   * @param aggregate what stands for several numbers of one variable at one moment
   */
  Moments(int variables, Aggregate aggregate) {
    this.aggregate = aggregate;
    this.variables = Stream.<List<Measured>>generate(ArrayList::new).limit(variables).toList();
  }

  /** Takes a number of a variable, by its place among the variables. */
  void take(int variable, double time, double number) {
    variables.get(variable).add(new Measured(time + 0.0, number)); // -0 is the moment 0
  }

  /** Returns the moments at which anything was measured, in order, each once. */
  double[] times() {
    return variables.stream()
        .flatMap(List::stream)
        .mapToDouble(Measured::time)
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * Returns the numbers of a variable, the same bits in whatever order they were taken; only {@code
   * last} goes by the order of those of one moment.
   *
   * @param variable its place
   * @param times all moments
   * @return one number a moment, NaN where it was not measured
   */
  double[] numbers(int variable, double[] times) {
    List<Measured> measured = variables.get(variable);
    if (aggregate != Aggregate.LAST) {
      measured.sort(Comparator.comparingDouble(Measured::number)); // sums round by their order
    }
    Bins bins = new Bins(aggregate, times.length);
    for (Measured one : measured) {
      bins.take(Arrays.binarySearch(times, one.time()), one.time(), one.number());
    }
    return bins.whole();
  }

  /** Returns how long after the moment before it each moment is, 0 for the first. */
  static double[] gaps(double[] times) {
    double[] gaps = new double[times.length];
    for (int step = 1; step < gaps.length; step++) {
      gaps[step] = times[step] - times[step - 1];
    }
    return gaps;
  }

  /** A number at a moment. */
  private record Measured(double time, double number) {}
}
