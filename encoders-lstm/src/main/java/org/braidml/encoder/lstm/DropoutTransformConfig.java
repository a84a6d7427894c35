package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link DropoutTransform}.
 *
 * @param rate chance that a number is dropped in training
 */
public record DropoutTransformConfig(@Range(min = 0, max = 1, belowMax = true) double rate) {}
