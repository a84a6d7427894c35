package org.braidml.runner.data.table;

import org.braidml.runner.data.config.Aggregate;
import org.braidml.runner.data.config.LongSourceConfig;

/** The numbers of one variable of one subject, in bins of time. */
final class Bins {

  private final LongSourceConfig config;
  private final double[] numbers;
  private final int[] counts;
  private final double[] latest;

  Bins(LongSourceConfig config) {
    this.config = config;
    this.numbers = new double[config.steps()];
    this.counts = new int[config.steps()];
    this.latest = new double[config.steps()];
  }

  /** Takes a number at a moment that lies within the steps. */
  void take(double time, double number) {
    int bin = Math.min((int) Math.floor(time / config.bin()), config.steps() - 1);
    boolean first = counts[bin] == 0;
    numbers[bin] =
        switch (config.aggregate()) {
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
    boolean mean = config.aggregate() == Aggregate.MEAN;
    double[] whole = new double[numbers.length];
    for (int bin = 0; bin < whole.length; bin++) {
      double number = mean ? numbers[bin] / counts[bin] : numbers[bin];
      whole[bin] = counts[bin] == 0 ? Double.NaN : number;
    }
    return whole;
  }
}
