package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link LinearTransform}.
 *
 * @param size width of the result
 * @param activation applied to each number of the result
 */
public record LinearTransformConfig(@Range(min = 1, max = 16384) int size, Activation activation) {}
