package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.util.PairList;

/**
 * Rows of a matrix by index, differentiable in the matrix, on both engines.
 *
 * <p>Whoever makes the index has checked it: out of range, PyTorch throws and MXNet clips silently.
 */
public final class Rows {

  private Rows() {}

  /**
   * Gathers rows; a row may be taken more than once.
   *
   * @param matrix {@code (N, D)}
   * @param index INT64 of any shape, here {@code (M)}, each in {@code [0, N)}
   * @return {@code (M, D)}, in the manager of the index
   */
  public static NDArray gather(NDArray matrix, NDArray index) {
    if (matrix.getShape().dimension() != 2 || index.getDataType() != DataType.INT64) {
      throw new IllegalArgumentException(
          "rows are gathered from (N, D) by INT64, given "
              + matrix.getShape()
              + " and "
              + index.getDataType());
    }
    return index
        .getNDArrayInternal()
        .embedding(index, matrix, SparseFormat.DENSE)
        .singletonOrThrow();
  }

  /**
   * Puts rows into a matrix, in place and outside autograd; here engines differ.
   *
   * @param matrix {@code (N, D)}, which requires no gradient
   * @param index INT64 {@code (M)}, each in {@code [0, N)}, each once
   * @param rows {@code (M, D)}
   */
  static void put(NDArray matrix, NDArray index, NDArray rows) {
    NDManager scope = index.getManager();
    if (Engines.isPyTorch(scope.getEngine())) {
      matrix.set(new NDIndex("{}", index), rows);
      return;
    }
    PairList<String, Object> shape = new PairList<>();
    shape.add("shape", matrix.getShape());
    NDArray[] from = {matrix, rows, index.reshape(1, index.size())};
    scope.invoke("_scatter_set_nd", from, new NDArray[] {matrix}, shape);
  }

  /**
   * Gathers steps of a sequence.
   *
   * @param values {@code (B, T, F)}
   * @param index INT64 {@code (M)} into the {@code B * T} steps
   * @return {@code (M, F)}
   */
  public static NDArray steps(NDArray values, NDArray index) {
    Shape shape = values.getShape();
    return gather(values.reshape(shape.get(0) * shape.get(1), shape.get(2)), index);
  }
}
