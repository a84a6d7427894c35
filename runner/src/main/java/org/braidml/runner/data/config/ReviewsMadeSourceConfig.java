package org.braidml.runner.data.config;

import org.braidml.api.config.Id;
import org.braidml.api.config.Range;

/**
 * Reviews made by a seeded generator, whose label depends on text and static features together.
 * Columns: {@code review}, {@code age}, {@code segment}, {@code recommended}.
 *
 * @param rows how many
 * @param seed the seed of the generator
 */
@Id("reviews-made")
public record ReviewsMadeSourceConfig(@Range(min = 1, max = 10_000_000) int rows, long seed)
    implements SourceConfig {}
