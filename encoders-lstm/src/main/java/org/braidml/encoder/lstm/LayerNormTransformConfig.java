package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link LayerNormTransform}.
 *
 * @param epsilon added to the variance
 */
public record LayerNormTransformConfig(@Range(min = 0, aboveMin = true) double epsilon) {}
