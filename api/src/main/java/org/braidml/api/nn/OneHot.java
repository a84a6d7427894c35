package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** Ids as vectors that are 1 at the id and 0 elsewhere. */
public final class OneHot {

  private OneHot() {}

  /**
   * Spreads ids out: {@code (...) -> (..., size)}.
   *
   * @param ids INT64 of any shape, checked by {@link Lookup#checkIds}
   * @param size how many ids there are
   * @param type of the result
   * @return in the manager of the ids
   */
  public static NDArray of(NDArray ids, int size, DataType type) {
    Widths.requirePositive("size", size);
    return ids.oneHot(size, type);
  }
}
