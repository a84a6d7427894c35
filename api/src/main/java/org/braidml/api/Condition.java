package org.braidml.api;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence encoder may start from, beside its sequence.
 *
 * @param encoding {@code (B, C)} of the encoder named by {@code condition-on}, or null
 * @param carry the {@link FinalState#carry()} of the chunk before; empty to start from zeros
 */
public record Condition(@Nullable NDArray encoding, List<NDArray> carry) {

  /** Nothing to start from. */
  public static final Condition NONE = new Condition(null, List.of());

  public Condition {
    carry = List.copyOf(carry);
  }
}
