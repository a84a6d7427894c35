package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of lookup tables that one step reads, and their gradients: what a step costs follows
 * from the batch, whatever the vocabulary. A pass takes the distinct rows that it needs out of a
 * table as an array of its own ({@link #gather}), whose gradient is kept ({@link #keep}) until an
 * optimizer changes those rows and no other ({@link #update}).
 *
 * <p>Made for one step, or for one shard of it, and used by one thread; closing it closes the
 * gradients.
 */
public final class SparseRows implements AutoCloseable {

  private final List<Leaf> leaves = new ArrayList<>();
  private final IdentityHashMap<Parameter, RowGradients> gradients = new IdentityHashMap<>();
  private @Nullable NDManager manager;

  /** Distinct rows that the pass under way reads. */
  private record Leaf(Parameter table, long[] ids, NDArray rows) {}

  /**
   * Looks ids up in the pass under way.
   *
   * @param table {@code (V, D)}, frozen
   * @param ids INT64 of any shape, here {@code (B, T)}, checked
   * @return {@code (B, T, D)}, in the manager of the ids
   */
  NDArray gather(Parameter table, NDArray ids) {
    long[] asked = ids.toLongArray();
    long[] distinct = RowGradients.sortedOnce(asked);
    NDManager scope = ids.getManager();
    NDArray rows = Rows.gather(table.getArray(), scope.create(distinct));
    rows.setRequiresGradient(true);
    leaves.add(new Leaf(table, distinct, rows));
    long[] index = Arrays.stream(asked).map(id -> Arrays.binarySearch(distinct, id)).toArray();
    return Rows.gather(rows, scope.create(index, ids.getShape()));
  }

  /** Keeps the gradients of the pass that was just propagated back; its manager is still open. */
  public void keep() {
    for (Leaf leaf : leaves) {
      try (NDArray gradient = leaf.rows().getGradient()) {
        NDArray kept = HostArrays.copy(gradient, manager(leaf.table().getArray()));
        RowGradients more = new RowGradients(leaf.ids(), kept);
        gradients.merge(leaf.table(), more, RowGradients::plus);
      }
    }
    leaves.clear();
  }

  /** Adds what another has kept, as that of another part of the batch; it may be closed then. */
  public void add(SparseRows part) {
    part.gradients.forEach(
        (table, more) -> {
          more.values().attach(manager(table.getArray()));
          gradients.merge(table, more, RowGradients::plus);
        });
    part.gradients.clear();
  }

  private NDManager manager(NDArray table) {
    NDManager existing = manager;
    if (existing == null) {
      existing = table.getManager().newSubManager();
      manager = existing;
    }
    return existing;
  }

  /** Returns the Euclidean norm over all gradients kept, 0 for none. */
  public double norm() {
    return Math.sqrt(squares());
  }

  /** Returns the path of the last table with a gradient that is not finite, if there is one. */
  public Optional<String> notFinite(Block root) {
    return ParameterPaths.of(root).entrySet().stream()
        .filter(
            entry -> {
              RowGradients kept = gradients.get(entry.getValue());
              return kept != null && !Double.isFinite(kept.squares());
            })
        .map(Map.Entry::getKey)
        .reduce((first, last) -> last);
  }

  /** Returns the sum of the squares of all gradients kept. */
  double squares() {
    return gradients.values().stream().mapToDouble(RowGradients::squares).sum();
  }

  /** Multiplies all gradients kept. */
  void scale(double factor) {
    gradients.values().forEach(kept -> kept.scale(factor));
  }

  /**
   * Lets an optimizer change the rows, after it took the same step with all other parameters.
   *
   * @param root in which the tables are
   * @param learningRate of this step
   */
  public void update(Block root, Optimizer optimizer, double learningRate) {
    if (gradients.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Parameter> entry : ParameterPaths.of(root).entrySet()) {
      RowGradients kept = gradients.get(entry.getValue());
      if (kept != null) {
        update(entry.getKey(), entry.getValue().getArray(), kept, optimizer, learningRate);
      }
    }
  }

  private static void update(
      String path, NDArray table, RowGradients kept, Optimizer optimizer, double learningRate) {
    try (NDManager scope = table.getManager().newSubManager()) {
      optimizer.stepRows(path, table, scope.create(kept.ids()), kept.values(), learningRate);
    }
  }

  @Override
  public void close() {
    if (manager != null) {
      manager.close();
      manager = null;
    }
    gradients.clear();
    leaves.clear();
  }
}
