package org.braidml.api.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import java.util.Map;
import java.util.Set;

/**
 * Adam: D. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015, algorithm 1, with
 * epsilon where the paper and PyTorch have it, outside the bias correction.
 *
 * <pre>
 *   g  = gradient + weightDecay * p
 *   m  = beta1 * m + (1 - beta1) * g        v = beta2 * v + (1 - beta2) * g^2
 *   p -= rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>Computed by the engines' fused update, which puts epsilon before the correction: it is given
 * {@code epsilon * sqrt(1 - beta2^t)}, and the rate {@code rate * sqrt(1 - beta2^t) / (1 -
 * beta1^t)}, which is the same rule. One count of steps serves all parameters but those that were
 * forgotten.
 */
public final class Adam implements Optimizer {

  private static final String FIRST = "first-moment";
  private static final String SECOND = "second-moment";

  private final float beta1;
  private final float beta2;
  private final double epsilon;
  private final double weightDecay;
  private final double decoupledDecay;
  private final OptimizerState state = new OptimizerState(FIRST, SECOND);

  /**
   * An optimizer without state.
   *
   * @param beta1 decay of the first moment, in [0, 1)
   * @param beta2 decay of the second moment, in [0, 1)
   * @param epsilon positive
   * @param weightDecay added to the gradient, times the parameter (L2); 0 for none
   */
  public Adam(double beta1, double beta2, double epsilon, double weightDecay) {
    this(beta1, beta2, epsilon, weightDecay, 0);
  }

  /** With a decay that acts on the parameter itself: {@link AdamW}. */
  Adam(double beta1, double beta2, double epsilon, double weightDecay, double decoupledDecay) {
    boolean betas = beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1;
    if (!(betas && epsilon > 0 && weightDecay >= 0 && decoupledDecay >= 0)) {
      throw new IllegalArgumentException(
          "betas are in [0, 1), epsilon is positive, weight decay is not negative; given betas "
              + beta1
              + " and "
              + beta2
              + ", epsilon "
              + epsilon
              + ", weight decay "
              + (weightDecay + decoupledDecay));
    }
    this.beta1 = (float) beta1;
    this.beta2 = (float) beta2;
    this.epsilon = epsilon;
    this.weightDecay = weightDecay;
    this.decoupledDecay = decoupledDecay;
  }

  @Override
  public void step(Block root, double learningRate) {
    state.next();
    state.forEach(
        root,
        (path, weight, gradient) -> {
          double t = (double) state.steps(path);
          double correction1 = 1 - Math.pow(beta1, t);
          double correction2 = Math.sqrt(1 - Math.pow(beta2, t));
          float rate = (float) (learningRate * correction2 / correction1);
          float corrected = (float) (epsilon * correction2);
          NDArray kept = decay(weight, gradient, learningRate);
          NDArray first = state.get(FIRST, path, weight);
          NDArray second = state.get(SECOND, path, weight);
          update(new NDList(weight, kept, first, second), rate, corrected);
        });
  }

  /** The engines' fused update of a weight by its gradient and its moments, in place. */
  private void update(NDList arrays, float rate, float added) {
    NDArray weight = arrays.get(0);
    weight
        .getNDArrayInternal()
        .adamUpdate(
            arrays,
            new NDList(weight),
            rate,
            rate,
            (float) weightDecay,
            1f,
            -1f,
            beta1,
            beta2,
            added,
            false,
            false);
  }

  /**
   * As PyTorch's SparseAdam, "lazy" Adam: the moments of a row decay only in steps that read it,
   * the bias is corrected by the count of all steps, and epsilon stands inside the correction:
   * {@code p -= rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)}.
   *
   * @throws UnsupportedOperationException with weight decay, which would reach every row
   */
  @Override
  public void stepRows(
      String path, NDArray table, NDArray ids, NDArray gradient, double learningRate) {
    if (weightDecay + decoupledDecay > 0) {
      throw new UnsupportedOperationException("weight decay changes every row of a table");
    }
    double t = (double) state.steps(path);
    double correction = Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
    NDArray first = state.get(FIRST, path, table);
    NDArray second = state.get(SECOND, path, table);
    NDArray rows = Rows.gather(table, ids);
    NDArray firstRows = Rows.gather(first, ids);
    NDArray secondRows = Rows.gather(second, ids);
    rows.setRequiresGradient(true); // PyTorch's update clears its gradient
    update(
        new NDList(rows, gradient, firstRows, secondRows),
        (float) (learningRate * correction),
        (float) epsilon);
    Rows.put(table, ids, rows.stopGradient());
    Rows.put(first, ids, firstRows);
    Rows.put(second, ids, secondRows);
  }

  /** Returns a copy of the gradient, which PyTorch zeroes in any update of its parameter. */
  private NDArray decay(NDArray weight, NDArray gradient, double learningRate) {
    if (decoupledDecay == 0) {
      return gradient;
    }
    NDArray kept = gradient.duplicate();
    Descent.step(weight, weight, learningRate * decoupledDecay);
    return kept;
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
