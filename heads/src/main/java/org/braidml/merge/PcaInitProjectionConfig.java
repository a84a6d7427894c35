package org.braidml.merge;

import org.braidml.api.config.Range;

/**
 * Settings of {@link PcaInitProjection}.
 *
 * @param size width of the result
 * @param warmUpEpochs how many epochs are trained before the fit; 0: it comes before the first
 */
public record PcaInitProjectionConfig(
    @Range(min = 1, max = 65536) int size, @Range(min = 0, max = 100_000) int warmUpEpochs) {}
