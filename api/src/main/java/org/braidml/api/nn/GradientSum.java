package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gradients of several passes, added up: what {@link Gradients#backward} leaves is kept after every
 * pass but the last, and added to that of the last. Then the gradients are those of the sum of the
 * losses. Used by one thread.
 */
public final class GradientSum implements AutoCloseable {

  private final Block root;
  private final Map<String, NDArray> kept = new LinkedHashMap<>();
  private @Nullable NDManager manager;

  /**
   * A sum of nothing.
   *
   * @param root whose parameters that require a gradient are meant
   */
  public GradientSum(Block root) {
    this.root = root;
  }

  /** Adds the gradients of the pass that was just made to what is kept. */
  public void keep() {
    Gradients.of(root)
        .forEach(
            (path, gradient) -> {
              try (gradient) {
                NDArray sum = kept.get(path);
                if (sum == null) {
                  kept.put(path, HostArrays.copy(gradient, manager(gradient)));
                } else {
                  sum.addi(gradient);
                }
              }
            });
  }

  /** Adds what is kept to the gradients of the pass that was just made. */
  public void addToGradients() {
    if (kept.isEmpty()) {
      return;
    }
    Gradients.of(root)
        .forEach(
            (path, gradient) -> {
              try (gradient) {
                NDArray sum = kept.get(path);
                if (sum != null) {
                  gradient.addi(sum);
                }
              }
            });
  }

  private NDManager manager(NDArray like) {
    NDManager existing = manager;
    if (existing == null) {
      existing = like.getManager().newSubManager();
      manager = existing;
    }
    return existing;
  }

  /** Forgets what is kept; the gradients themselves stay. */
  @Override
  public void close() {
    if (manager != null) {
      manager.close();
      manager = null;
    }
    kept.clear();
  }
}
