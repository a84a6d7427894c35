package org.braidml.api;

import ai.djl.ndarray.NDArray;

/**
 * The targets of a batch.
 *
 * @param values FLOAT32 {@code (B)}: class ids, 0 or 1, or numbers in the unit of the target
 * @param host the same values on the host
 */
public record TargetBatch(NDArray values, float[] host) {}
