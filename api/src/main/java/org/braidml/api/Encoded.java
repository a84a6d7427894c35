package org.braidml.api;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence encoder gives.
 *
 * @param states {@code (B, T', H)} with mask and lengths; padded positions mean nothing
 * @param encoding {@code (B, E)}; zero for an empty sequence
 * @param finalState the state after the last real step, or null if the encoder has none
 */
public record Encoded(Sequence states, NDArray encoding, @Nullable FinalState finalState) {}
