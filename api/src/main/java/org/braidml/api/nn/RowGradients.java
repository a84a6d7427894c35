package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Gradients of some rows of a table.
 *
 * @param ids of the rows, ascending, each once; {@code R} of them
 * @param values {@code (R, D)}, in the manager of a step
 */
record RowGradients(long[] ids, NDArray values) {

  /** Returns the sum, which has the rows of both, in the manager of this one's values. */
  RowGradients plus(RowGradients other) {
    long[] both = new long[ids.length + other.ids.length];
    System.arraycopy(ids, 0, both, 0, ids.length);
    System.arraycopy(other.ids, 0, both, ids.length, other.ids.length);
    long[] all = sortedOnce(both);
    NDManager owner = values.getManager();
    try (NDManager scope = owner.newSubManager()) {
      NDArray sum = spread(all, scope).add(other.spread(all, scope));
      sum.attach(owner);
      return new RowGradients(all, sum);
    }
  }

  /** Returns these rows at their places among all, and zeros at the others. */
  private NDArray spread(long[] all, NDManager scope) {
    long[] index = new long[all.length];
    for (int i = 0; i < index.length; i++) {
      int place = Arrays.binarySearch(ids, all[i]);
      index[i] = place < 0 ? ids.length : place;
    }
    NDArray zeros = scope.zeros(new Shape(1, values.getShape().get(1)), values.getDataType());
    NDArray rows = NDArrays.concat(new NDList(values, zeros), 0);
    rows.attach(scope);
    return Rows.gather(rows, scope.create(index));
  }

  /** Returns numbers in ascending order, each once. */
  static long[] sortedOnce(long[] numbers) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /** Returns the sum of the squares; waits for the engine. */
  double squares() {
    try (NDManager scope = values.getManager().newSubManager()) {
      NDArray flat = values.reshape(values.size());
      flat.attach(scope);
      NDArray sum = flat.dot(flat);
      sum.attach(scope);
      return HostArrays.toDoubles(sum)[0];
    }
  }

  void scale(double factor) {
    values.muli(factor);
  }
}
