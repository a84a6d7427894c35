package org.braidml.runner.train;

import org.braidml.runner.experiment.DecayConfig;
import org.braidml.runner.experiment.ScheduleConfig;

/**
 * The learning rate of each step. Apart from what {@code plateau} remembers of the epochs before, a
 * pure function of the step; computed on the host, used by one thread.
 */
final class LearningRate {

  private final ScheduleConfig config;
  private final long stepsPerEpoch;
  private final int epochs;
  private final boolean higherIsBetter;
  private double base;
  private double best;
  private int epochsSince;

  /**
   * The rates of a run.
   *
   * @param config how they change
   * @param base the optimizer's rate
   * @param stepsPerEpoch how many batches an epoch has
   * @param epochs how many there are to be at most
   * @param higherIsBetter whether more of what is monitored is better
   */
  LearningRate(
      ScheduleConfig config, double base, long stepsPerEpoch, int epochs, boolean higherIsBetter) {
    this.config = config;
    this.base = base;
    this.stepsPerEpoch = Math.max(1, stepsPerEpoch);
    this.epochs = epochs;
    this.higherIsBetter = higherIsBetter;
    this.best = higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Returns the rate of a step, from 0. */
  double at(long step) {
    return warmUp(step) * config.decay().rate(base, step, stepsPerEpoch, epochs);
  }

  /** From {@code 1 / (n + 1)} evenly to 1 at step n: the first step is not lost on a rate of 0. */
  private double warmUp(long step) {
    return Math.min(1, (step + 1.0) / (config.warmUpSteps() + 1.0));
  }

  /** Takes in what is monitored after an epoch; NaN is never an improvement. */
  void epochEnded(double monitored) {
    if (config.decay() instanceof DecayConfig.Plateau plateau) {
      if (improves(monitored, plateau.threshold())) {
        best = monitored;
        epochsSince = 0;
      } else if (++epochsSince > plateau.patience()) {
        base = Math.min(base, Math.max(base * plateau.factor(), plateau.leastRate()));
        epochsSince = 0;
      }
    }
  }

  /** Returns what is remembered. */
  RateState state() {
    return new RateState(base, best, epochsSince);
  }

  /** Remembers what another did. */
  void restore(RateState state) {
    base = state.base();
    best = state.best();
    epochsSince = state.epochsSince();
  }

  private boolean improves(double value, double threshold) {
    return higherIsBetter ? value > best * (1 + threshold) : value < best * (1 - threshold);
  }
}
