package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link GruCell}.
 *
 * @param hiddenSize H
 * @param recurrentDropout chance that a number of the new content is dropped in training
 */
public record GruCellConfig(
    @Range(min = 1, max = 16384) int hiddenSize,
    @Range(min = 0, max = 1, belowMax = true) double recurrentDropout) {}
