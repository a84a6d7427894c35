package org.braidml.runner.experiment;

import org.braidml.api.config.Defaults;
import org.braidml.api.config.Discriminator;
import org.braidml.api.config.Id;
import org.braidml.api.config.Range;
import org.braidml.api.nn.Optimizer;

/** The rule that changes parameters by their gradients. */
@Discriminator("type")
@Defaults("optimizer")
public sealed interface OptimizerConfig {

  /** Returns the step size. */
  double learningRate();

  /** Returns a fresh optimizer without state. */
  Optimizer create();

  /**
   * Adam (Kingma and Ba, 2015).
   *
   * @param learningRate step size
   * @param beta1 decay of the mean of gradients
   * @param beta2 decay of the mean of their squares
   * @param epsilon added to the root of the latter
   * @param weightDecay times the parameter, added to its gradient (L2)
   */
  @Id("adam")
  record Adam(
      @Range(min = 0, aboveMin = true) double learningRate,
      @Range(min = 0, max = 1, belowMax = true) double beta1,
      @Range(min = 0, max = 1, belowMax = true) double beta2,
      @Range(min = 0, aboveMin = true) double epsilon,
      @Range(min = 0) double weightDecay)
      implements OptimizerConfig {
    @Override
    public Optimizer create() {
      return new org.braidml.api.nn.Adam(beta1, beta2, epsilon, weightDecay);
    }
  }

  /**
   * AdamW: decoupled weight decay (Loshchilov and Hutter, 2019).
   *
   * @param learningRate step size
   * @param beta1 decay of the mean of gradients
   * @param beta2 decay of the mean of their squares
   * @param epsilon added to the root of the latter
   * @param weightDecay times the learning rate and the parameter, taken off it
   */
  @Id("adamw")
  record AdamW(
      @Range(min = 0, aboveMin = true) double learningRate,
      @Range(min = 0, max = 1, belowMax = true) double beta1,
      @Range(min = 0, max = 1, belowMax = true) double beta2,
      @Range(min = 0, aboveMin = true) double epsilon,
      @Range(min = 0) double weightDecay)
      implements OptimizerConfig {
    @Override
    public Optimizer create() {
      return new org.braidml.api.nn.AdamW(beta1, beta2, epsilon, weightDecay);
    }
  }

  /**
   * Stochastic gradient descent with momentum, as PyTorch defines it.
   *
   * @param learningRate step size
   * @param momentum share of the last step that is repeated
   * @param weightDecay times the parameter, added to its gradient (L2)
   */
  @Id("sgd")
  record Sgd(
      @Range(min = 0, aboveMin = true) double learningRate,
      @Range(min = 0, max = 1, belowMax = true) double momentum,
      @Range(min = 0) double weightDecay)
      implements OptimizerConfig {
    @Override
    public Optimizer create() {
      return new org.braidml.api.nn.Sgd(momentum, weightDecay);
    }
  }
}
