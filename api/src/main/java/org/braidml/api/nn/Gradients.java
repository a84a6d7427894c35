package org.braidml.api.nn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gradients of a loss with respect to the parameters of a block, the same on both engines.
 *
 * <p>What differs and is levelled here: PyTorch adds to the gradients of the pass before, and MXNet
 * overwrites them, except those of parameters that a pass does not reach, which it leaves stale;
 * parameters without a gradient throw when asked for it; both need everything closed that they hand
 * out. One thread at a time in a process; {@link Shards} has several.
 */
public final class Gradients {

  /** What PyTorch adds to the norm before it divides, kept so that clipping agrees. */
  private static final double CLIP_EPSILON = 1e-6;

  private Gradients() {}

  /**
   * Computes the gradients of a loss: zeroes the old ones, records the loss in training mode, and
   * propagates back. Nothing but the gradients, which belong to the parameters, outlives the
   * manager of the batch.
   *
   * @param root whose parameters that require a gradient get one
   * @param loss computes the loss, one number, from arrays of the batch's manager; every pass
   *     inside is a training pass
   * @return the loss; this waits for the engine, once
   */
  public static double backward(Block root, Supplier<NDArray> loss) {
    return backward(root, loss, false);
  }

  /**
   * As {@link #backward(Block, Supplier)}.
   *
   * @param cleared whether the old gradients are 0 already: an optimizer that {@linkplain
   *     Optimizer#clearsGradients clears them} took a step, and nothing was propagated back since
   */
  public static double backward(Block root, Supplier<NDArray> loss, boolean cleared) {
    List<NDArray> arrays = trained(root);
    if (!cleared) {
      GradientZeros.fill(arrays);
    }
    try (GradientCollector collector = engine(arrays).newGradientCollector()) {
      return backward(collector, loss);
    }
  }

  /** Records a loss and propagates back; gradients are clear. Returns the loss. */
  static double backward(GradientCollector collector, Supplier<NDArray> loss) {
    NDArray value = loss.get();
    if (value.getShape().size() != 1) {
      throw new IllegalArgumentException("a loss is one number, given shape " + value.getShape());
    }
    collector.backward(value);
    return HostArrays.toDoubles(value)[0];
  }

  /**
   * Returns the gradients by path, of the parameters that require one. They are views on the live
   * gradients, made in the parameters' manager: <b>the caller closes each</b>, which leaves the
   * gradients themselves alone. An optimizer's step leaves them undefined.
   */
  public static Map<String, NDArray> of(Block root) {
    Map<String, NDArray> gradients = new LinkedHashMap<>();
    ParameterPaths.of(root)
        .forEach(
            (path, parameter) -> {
              if (parameter.requiresGradient()) {
                gradients.put(path, parameter.getArray().getGradient());
              }
            });
    return gradients;
  }

  /** As {@link #of(Block)}, but the views belong to a manager, which closes them. */
  public static Map<String, NDArray> of(Block root, NDManager manager) {
    Map<String, NDArray> gradients = of(root);
    gradients.values().forEach(gradient -> gradient.attach(manager));
    return gradients;
  }

  /** Returns the Euclidean norm over all gradients together; waits for the engine, once. */
  public static double globalNorm(Block root) {
    List<NDArray> arrays = trained(root);
    try (NDManager scope = arrays.get(0).getManager().newSubManager()) {
      NDList squares = new NDList();
      for (NDArray array : arrays) {
        NDArray gradient = gradient(array, scope);
        NDArray flat = gradient.reshape(-1);
        squares.add(flat.dot(flat).reshape(1));
      }
      double sum = 0;
      for (double square : HostArrays.toDoubles(NDArrays.concat(squares))) {
        sum += square;
      }
      return Math.sqrt(sum);
    }
  }

  /**
   * Scales all gradients by one factor so that their global norm is at most {@code maxNorm}: R.
   * Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural networks, 2013,
   * algorithm 1. As PyTorch, the factor is {@code maxNorm / (norm + 1e-6)}.
   *
   * @return the norm before clipping; if it is not finite, nothing was changed
   */
  public static double clipByGlobalNorm(Block root, double maxNorm) {
    try (SparseRows none = new SparseRows()) {
      return clipByGlobalNorm(root, maxNorm, none);
    }
  }

  /**
   * As {@link #clipByGlobalNorm(Block, double)}, with the gradients of rows among those that make
   * the norm and are scaled.
   */
  public static double clipByGlobalNorm(Block root, double maxNorm, SparseRows rows) {
    if (!(maxNorm > 0)) {
      throw new IllegalArgumentException("the maximal norm is positive, given " + maxNorm);
    }
    double norm = Math.hypot(globalNorm(root), rows.norm());
    double factor = maxNorm / (norm + CLIP_EPSILON);
    if (Double.isFinite(norm) && factor < 1) {
      rows.scale(factor);
      List<NDArray> arrays = trained(root);
      try (NDManager scope = arrays.get(0).getManager().newSubManager()) {
        arrays.forEach(array -> gradient(array, scope).muli(factor));
      }
    }
    return norm;
  }

  private static NDArray gradient(NDArray array, NDManager scope) {
    NDArray gradient = array.getGradient();
    gradient.attach(scope);
    return gradient;
  }

  private static List<NDArray> trained(Block root) {
    return trainedParameters(root).stream().map(Parameter::getArray).toList();
  }

  /** Returns the parameters that require a gradient, of which there is at least one. */
  static List<Parameter> trainedParameters(Block root) {
    List<Parameter> parameters =
        ParameterPaths.of(root).values().stream().filter(Parameter::requiresGradient).toList();
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("no parameter of this block requires a gradient");
    }
    return parameters;
  }

  private static Engine engine(List<NDArray> arrays) {
    return arrays.get(0).getManager().getEngine();
  }
}
