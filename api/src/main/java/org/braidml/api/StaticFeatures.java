package org.braidml.api;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * The static features of a batch.
 *
 * @param numeric {@code (B, S)} numbers, or null where S = 0
 * @param categories INT64 {@code (B, K)} ids, or null where K = 0
 */
public record StaticFeatures(@Nullable NDArray numeric, @Nullable NDArray categories) {

  public StaticFeatures {
    if (numeric == null && categories == null) {
      throw new IllegalArgumentException("a static field has numbers or categories");
    }
  }
}
