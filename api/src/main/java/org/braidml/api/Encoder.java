package org.braidml.api;

/**
 * A plug-in that turns one field into an encoding: a {@link SequenceEncoder} or a {@link
 * StaticFeatureEncoder}. Ids are unique across both.
 *
 * @param <C> the configuration record
 */
public sealed interface Encoder<C extends Record> extends Plugin<C>
    permits SequenceEncoder, StaticFeatureEncoder {}
