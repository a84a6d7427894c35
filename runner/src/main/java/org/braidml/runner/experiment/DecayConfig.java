package org.braidml.runner.experiment;

import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/** How the learning rate falls, as PyTorch's scheduler of the same name. */
@Discriminator("type")
@Defaults("decay")
public sealed interface DecayConfig {

  /**
   * Returns the learning rate of a step: a pure function of what it is given.
   *
   * @param base the optimizer's learning rate
   * @param step of the run, from 0
   * @param stepsPerEpoch at least 1
   * @param epochs how many there are to be at most
   */
  double rate(double base, long step, long stepsPerEpoch, int epochs);

  /** The same rate at every step. */
  @Id("constant")
  record Constant() implements DecayConfig {
    @Override
    public double rate(double base, long step, long stepsPerEpoch, int epochs) {
      return base;
    }
  }

  /**
   * The rate times a factor after every so many epochs.
   *
   * @param every so many epochs
   * @param factor of the rate
   */
  @Id("step")
  record Step(
      @Range(min = 1, max = 1_000_000) int every,
      @Range(min = 0, max = 1, aboveMin = true) double factor)
      implements DecayConfig {
    @Override
    public double rate(double base, long step, long stepsPerEpoch, int epochs) {
      long times = step / stepsPerEpoch / every;
      return base * Math.pow(factor, (double) times);
    }
  }

  /**
   * The rate times a factor after every epoch.
   *
   * @param factor of the rate
   */
  @Id("exponential")
  record Exponential(@Range(min = 0, max = 1, aboveMin = true) double factor)
      implements DecayConfig {
    @Override
    public double rate(double base, long step, long stepsPerEpoch, int epochs) {
      long times = step / stepsPerEpoch;
      return base * Math.pow(factor, (double) times);
    }
  }

  /**
   * Half a cosine over all steps, from the optimizer's rate down to another: I. Loshchilov, F.
   * Hutter, SGDR: stochastic gradient descent with warm restarts, 2017, equation 5, without
   * restarts.
   *
   * @param finalRate reached when the last epoch ends
   */
  @Id("cosine")
  record Cosine(@Range(min = 0) double finalRate) implements DecayConfig {
    @Override
    public double rate(double base, long step, long stepsPerEpoch, int epochs) {
      double done = Math.min(1, (double) step / ((double) stepsPerEpoch * epochs));
      return finalRate + (base - finalRate) * (1 + Math.cos(Math.PI * done)) / 2;
    }
  }

  /**
   * The rate times a factor after epochs that brought no improvement of what early stopping
   * monitors on the validation rows. What those epochs were is the training loop's to remember; the
   * base that it gives is reduced already.
   *
   * @param factor of the rate
   * @param patience how many epochs without improvement are endured
   * @param threshold how much better, as a share of the best so far, counts as an improvement
   * @param leastRate below which the rate never falls
   */
  @Id("plateau")
  record Plateau(
      @Range(min = 0, max = 1, aboveMin = true, belowMax = true) double factor,
      @Range(min = 0, max = 1_000_000) int patience,
      @Range(min = 0, max = 1, belowMax = true) double threshold,
      @Range(min = 0) double leastRate)
      implements DecayConfig {
    @Override
    public double rate(double base, long step, long stepsPerEpoch, int epochs) {
      return base;
    }
  }
}
