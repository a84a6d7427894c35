package org.braidml.merge;

import org.braidml.api.config.Range;

/**
 * Settings of {@link GatedMerger}.
 *
 * @param size width of the result
 */
public record GatedMergerConfig(@Range(min = 1, max = 65536) int size) {}
