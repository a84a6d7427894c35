package org.braidml.merge;

import org.braidml.api.config.Range;

/**
 * Settings of {@link EncodingDropoutProjection}.
 *
 * @param rate chance that the whole encoding of an example is dropped in training
 */
public record EncodingDropoutProjectionConfig(
    @Range(min = 0, max = 1, belowMax = true) double rate) {}
