package org.braidml.features;

/** {@link OneHotEncoder} has no settings. */
public record OneHotEncoderConfig() {}
