package org.braidml.api.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Map;
import java.util.Set;

/**
 * Stochastic gradient descent with momentum, as PyTorch has it (the rate outside the velocity, so
 * that a schedule acts at once): {@code u = momentum * u + gradient + weightDecay * p}, {@code p -=
 * rate * u}. B. Polyak, Some methods of speeding up the convergence of iteration methods, 1964.
 */
public final class Sgd implements Optimizer {

  private static final String VELOCITY = "velocity";

  private final double momentum;
  private final double weightDecay;
  private final OptimizerState state = new OptimizerState(VELOCITY);

  /**
   * An optimizer without state.
   *
   * @param momentum in [0, 1); 0 for none
   * @param weightDecay not negative; 0 for none
   */
  public Sgd(double momentum, double weightDecay) {
    if (!(momentum >= 0 && momentum < 1 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "momentum is in [0, 1) and weight decay not negative; given "
              + momentum
              + ", "
              + weightDecay);
    }
    this.momentum = momentum;
    this.weightDecay = weightDecay;
  }

  @Override
  public void step(Block root, double learningRate) {
    state.next();
    state.forEach(
        root,
        (path, weight, gradient) -> {
          if (weightDecay > 0) {
            Descent.step(gradient, weight, -weightDecay);
          }
          NDArray direction = gradient;
          if (momentum > 0) {
            direction = state.get(VELOCITY, path, weight);
            direction.muli(momentum).addi(gradient);
          }
          Descent.step(weight, direction, learningRate);
        });
  }

  @Override
  public boolean clearsGradients(Engine engine) {
    return Engines.isPyTorch(engine); // in its own update
  }

  @Override
  public long steps() {
    return state.steps();
  }

  @Override
  public Map<String, NDArray> state() {
    return state.arrays();
  }

  @Override
  public void forget(Set<String> paths) {
    state.forget(paths);
  }

  @Override
  public void restore(Map<String, NDArray> saved, long steps) {
    state.restore(saved, steps);
  }

  @Override
  public void close() {
    state.close();
  }
}
