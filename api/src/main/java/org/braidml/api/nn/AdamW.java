package org.braidml.api.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Map;
import java.util.Set;

/**
 * Adam with decoupled weight decay: I. Loshchilov and F. Hutter, Decoupled weight decay
 * regularization, 2019, algorithm 2, as PyTorch computes it: {@code p -= rate * weightDecay * p},
 * then a step of {@link Adam}.
 */
public final class AdamW implements Optimizer {

  private final Adam adam;

  /**
   * An optimizer without state.
   *
   * @param beta1 decay of the first moment, in [0, 1)
   * @param beta2 decay of the second moment, in [0, 1)
   * @param epsilon positive
   * @param weightDecay not negative
   */
  public AdamW(double beta1, double beta2, double epsilon, double weightDecay) {
    adam = new Adam(beta1, beta2, epsilon, 0, weightDecay);
  }

  @Override
  public void step(Block root, double learningRate) {
    adam.step(root, learningRate);
  }

  @Override
  public boolean clearsGradients(Engine engine) {
    return adam.clearsGradients(engine);
  }

  @Override
  public long steps() {
    return adam.steps();
  }

  @Override
  public Map<String, NDArray> state() {
    return adam.state();
  }

  @Override
  public void forget(Set<String> paths) {
    adam.forget(paths);
  }

  @Override
  public void restore(Map<String, NDArray> saved, long steps) {
    adam.restore(saved, steps);
  }

  @Override
  public void close() {
    adam.close();
  }
}
