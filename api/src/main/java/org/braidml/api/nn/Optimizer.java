package org.braidml.api.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import java.util.Map;
import java.util.Set;

/**
 * Changes parameters by their gradients. Its state is keyed by parameter path, can be saved and
 * restored, and belongs to the optimizer, which closes it. Used by one thread.
 *
 * <p>The gradients are undefined after a step; {@link Gradients#backward} makes new ones.
 */
public interface Optimizer extends AutoCloseable {

  /**
   * Takes one step with the gradients that {@link Gradients#backward} left.
   *
   * @param root whose parameters that require a gradient are changed
   * @param learningRate of this step
   */
  void step(Block root, double learningRate);

  /**
   * Returns whether a step leaves all gradients of the parameters that it changed 0, so that {@link
   * Gradients#backward} need not set them to 0 again. By default it does not.
   *
   * @param engine of the parameters
   */
  default boolean clearsGradients(Engine engine) {
    return false;
  }

  /**
   * Changes some rows of a table, after {@link #step} took the same step with all parameters that
   * require a gradient; see {@link SparseRows}. By default there is no rule for that.
   *
   * @param path of the table
   * @param table {@code (V, D)}; requires no gradient
   * @param ids INT64 {@code (M)}, each once; their manager owns whatever is made
   * @param gradient {@code (M, D)}
   * @param learningRate of this step
   * @throws UnsupportedOperationException if there is no rule
   */
  default void stepRows(
      String path, NDArray table, NDArray ids, NDArray gradient, double learningRate) {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + " has no rule for some rows of a table");
  }

  /** Returns how many steps were taken. */
  long steps();

  /**
   * Returns the live state by name, in a stable order; the arrays stay the optimizer's. Empty
   * before the first step.
   */
  Map<String, NDArray> state();

  /**
   * Forgets some parameters, which were set to other values: their next step is as the first of a
   * new optimizer. The others' state, and the count of steps, stay.
   *
   * @param paths of the parameters; one without state counts as forgotten already
   */
  void forget(Set<String> paths);

  /**
   * Goes on from a saved state.
   *
   * @param state what {@link #state} returned; copied
   * @param steps what {@link #steps} returned
   */
  void restore(Map<String, NDArray> state, long steps);

  /** Closes the state. */
  @Override
  void close();
}
