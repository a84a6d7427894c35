package org.braidml.merge;

import java.util.Optional;
import org.braidml.api.config.Range;

/**
 * Settings of {@link SumMerger}.
 *
 * @param projectTo width to which each encoding is mapped first; if empty they are taken as they
 *     are
 */
public record SumMergerConfig(@Range(min = 1, max = 65536) Optional<Integer> projectTo) {}
