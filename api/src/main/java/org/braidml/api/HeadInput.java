package org.braidml.api;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * What a head reads.
 *
 * @param values an encoding {@code (B, M)}, or states {@code (B, T, H)}
 * @param lengths of the states; null for an encoding
 */
public record HeadInput(NDArray values, @Nullable Lengths lengths) {}
