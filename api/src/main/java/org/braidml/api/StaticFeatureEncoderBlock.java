package org.braidml.api;

import ai.djl.ndarray.NDArray;

/** Numbers {@code (B, S)} and category ids {@code (B, K)} {@code ->} encoding {@code (B, E)}. */
public abstract class StaticFeatureEncoderBlock extends TypedBlock {

  /** For subclasses. */
  protected StaticFeatureEncoderBlock() {}

  /** Returns {@code E}, the width of the encoding. */
  public abstract int encodingWidth();

  /**
   * Encodes a batch.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param input of the specification that the block was built with; ids were checked on the host
   * @return {@code (B, E)}
   */
  public abstract NDArray forward(Pass pass, StaticFeatures input);
}
