package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;

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
