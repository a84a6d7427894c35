package org.braidml.merge;

import org.braidml.api.config.Range;

/**
 * Settings of {@link LayerNormProjection}.
 *
 * @param epsilon added to the variance before it divides
 */
public record LayerNormProjectionConfig(@Range(min = 0, aboveMin = true, max = 1) double epsilon) {}
