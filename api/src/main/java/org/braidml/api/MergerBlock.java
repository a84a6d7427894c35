package org.braidml.api;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Named encodings {@code (B, E_i)} {@code ->} {@code (B, M)}. */
public abstract class MergerBlock extends TypedBlock {

  /** For subclasses. */
  protected MergerBlock() {}

  /** Returns {@code M}. */
  public abstract int width();

  /**
   * Merges a batch.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param encodings in the order of the specifications that the block was built with
   * @return {@code (B, M)}
   */
  public abstract NDArray forward(Pass pass, List<NDArray> encodings);
}
