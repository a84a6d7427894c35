package org.braidml.runner.train;

import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.runner.experiment.EarlyStoppingConfig;

/** Remembers which epoch was best on the validation rows, and says when to stop. */
public final class EarlyStopping {

  private final EarlyStoppingConfig config;
  private final boolean higherIsBetter;
  private double best = Double.NaN;
  private int bestEpoch;
  private int epochsSince;

  /** A memory without epochs. */
  public EarlyStopping(EarlyStoppingConfig config) {
    this.config = config;
    this.higherIsBetter = higherIsBetter(config.monitor());
  }

  /** Returns whether more of {@code loss}, {@code f1} or {@code <head>.f1} is better. */
  static boolean higherIsBetter(String monitor) {
    String metric = monitor.substring(monitor.lastIndexOf('.') + 1);
    return Metrics.named(metric).map(Metric::higherIsBetter).orElse(false);
  }

  /**
   * Takes in an epoch.
   *
   * @param epoch from 1
   * @param value of what is monitored; NaN is never an improvement
   * @return whether it is the best so far
   */
  public boolean improves(int epoch, double value) {
    double gain = higherIsBetter ? value - best : best - value;
    boolean better = Double.isNaN(best) ? !Double.isNaN(value) : gain > config.minDelta();
    if (better) {
      best = value;
      bestEpoch = epoch;
      epochsSince = 0;
    } else {
      epochsSince++;
    }
    return better;
  }

  /** Returns whether patience has run out. */
  public boolean exhausted() {
    return config.patience().map(patience -> epochsSince >= patience).orElse(false);
  }

  /** Returns what is remembered. */
  StoppingState state() {
    return new StoppingState(best, bestEpoch, epochsSince);
  }

  /** Remembers what another did. */
  void restore(StoppingState state) {
    best = state.best();
    bestEpoch = state.bestEpoch();
    epochsSince = state.epochsSince();
  }

  /** Returns the best epoch, from 1; 0 before any. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** Returns the best value; NaN before any. */
  public double best() {
    return best;
  }
}
