package org.braidml.api;

import ai.djl.ndarray.NDArray;

/** {@code (B, M)} {@code ->} {@code (B, M')}. */
public abstract class ProjectionBlock extends TypedBlock {

  /** For subclasses. */
  protected ProjectionBlock() {}

  /** Returns {@code M'}. */
  public abstract int width();

  /**
   * Projects a batch.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param encoding {@code (B, M)}
   * @return {@code (B, M')}
   */
  public abstract NDArray forward(Pass pass, NDArray encoding);
}
