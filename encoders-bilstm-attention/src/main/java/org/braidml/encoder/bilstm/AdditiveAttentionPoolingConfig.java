package org.braidml.encoder.bilstm;

import org.braidml.api.config.Range;

/**
 * Settings of {@link AdditiveAttentionPooling}.
 *
 * @param size A, the width between states and score
 * @param query whether the encoder's final output is the query q; without, the score reads the
 *     state alone
 */
public record AdditiveAttentionPoolingConfig(
    @Range(min = 1, max = 16384) int size, boolean query) {}
