package org.braidml.encoder.bilstm;

/**
 * Settings of {@link MultiplicativeAttentionPooling}.
 *
 * @param scaled whether scores are divided by the square root of the states' width
 */
public record MultiplicativeAttentionPoolingConfig(boolean scaled) {}
