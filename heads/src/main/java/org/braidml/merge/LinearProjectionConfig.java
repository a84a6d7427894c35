package org.braidml.merge;

import org.braidml.api.config.Range;
import org.braidml.api.nn.Activation;

/**
 * Settings of {@link LinearProjection}.
 *
 * @param size width of the result
 * @param activation after the map
 */
public record LinearProjectionConfig(
    @Range(min = 1, max = 65536) int size, Activation activation) {}
