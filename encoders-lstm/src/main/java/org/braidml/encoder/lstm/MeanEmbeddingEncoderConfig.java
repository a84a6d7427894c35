package org.braidml.encoder.lstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link MeanEmbeddingEncoder}.
 *
 * @param dropout chance that a number of the encoding is dropped in training
 */
public record MeanEmbeddingEncoderConfig(
    @Range(min = 0, max = 1, belowMax = true) double dropout) {}
