package org.braidml.merge;

/** {@link ConcatMerger} has no settings. */
public record ConcatMergerConfig() {}
