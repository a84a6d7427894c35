package org.braidml.features;

import org.braidml.api.config.Range;

/**
 * Settings of {@link IdentityEncoder}.
 *
 * @param categories how category ids become numbers
 * @param embeddingSize width of a category's vector where {@code categories = embedding}
 */
public record IdentityEncoderConfig(
    CategoryCoding categories, @Range(min = 1, max = 4096) int embeddingSize) {}
