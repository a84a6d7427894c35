package org.braidml.merge;

/**
 * Settings of {@link FilmMerger}.
 *
 * @param by the encoder whose encoding modulates the others
 */
public record FilmMergerConfig(String by) {}
