package org.braidml.runner.data.table;

import org.braidml.runner.data.config.Aggregate;

/** The numbers of one variable of one subject, in bins of time or of a moment each. */
final class Bins {

  private final Aggregate aggregate;
  private final double[] numbers;
  private final int[] counts;
  private final double[] latest;

  /**
   * Empty bins.
   *
   * @param aggregate what stands for several numbers of one bin
   * @param bins how many there are
   */
  Bins(Aggregate aggregate, int bins) {
    this.aggregate = aggregate;
    this.numbers = new double[bins];
    this.counts = new int[bins];
    this.latest = new double[bins];
  }

  /** Takes a number of a bin, with its moment. */
  void take(int bin, double time, double number) {
    boolean first = counts[bin] == 0;
    numbers[bin] =
        switch (aggregate) {
          case MEAN, SUM -> numbers[bin] + number;
          case MIN -> first ? number : Math.min(numbers[bin], number);
          case MAX -> first ? number : Math.max(numbers[bin], number);
          case LAST -> first || time >= latest[bin] ? number : numbers[bin];
        };
    latest[bin] = first ? time : Math.max(latest[bin], time);
    counts[bin]++;
  }

  /** Returns one number a bin, NaN where it has none. */
  double[] whole() {
    boolean mean = aggregate == Aggregate.MEAN;
    double[] whole = new double[numbers.length];
    for (int bin = 0; bin < whole.length; bin++) {
      double number = mean ? numbers[bin] / counts[bin] : numbers[bin];
      whole[bin] = counts[bin] == 0 ? Double.NaN : number;
    }
    return whole;
  }
}
