package org.braidml.api;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * What a pooling gives.
 *
 * @param encoding {@code (B, E)}; zero for an empty sequence
 * @param weights {@code (B, T)}, non-negative, adding up to 1 over the real steps of a row and 0 in
 *     padded ones; null for a pooling without weights
 */
public record Pooled(NDArray encoding, @Nullable NDArray weights) {}
