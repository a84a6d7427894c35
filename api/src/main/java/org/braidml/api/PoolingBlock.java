package org.braidml.api;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * States {@code (B, T, H)}, mask and optional query {@code ->} encoding {@code (B, E)}, and weights
 * {@code (B, T)} where the pooling has them. An empty row gets the zero vector.
 */
public abstract class PoolingBlock extends TypedBlock {

  /** For subclasses. */
  protected PoolingBlock() {}

  /** Returns {@code E}, the width of the encoding. */
  public abstract int encodingWidth();

  /**
   * Returns whether states are weighed by what the final output asks for, so that another query may
   * stand in its place. An attention with a query says true; by default false.
   */
  public boolean asks() {
    return false;
  }

  /**
   * Pools a batch.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param states {@code (B, T, H)} with mask and lengths
   * @param finalOutput {@code (B, H')}: the output after the last real step ({@link
   *     FinalState#output()}), or null if the encoder has none; for a bidirectional encoder this is
   *     not the last row of the states
   */
  public abstract Pooled forward(Pass pass, Sequence states, @Nullable NDArray finalOutput);
}
