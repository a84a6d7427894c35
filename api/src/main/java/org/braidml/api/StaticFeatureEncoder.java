package org.braidml.api;

/**
 * Builds blocks that map the static features of an example, numbers {@code (B, S)} and category ids
 * {@code (B, K)}, to an encoding {@code (B, E)}.
 *
 * @param <C> the configuration record
 */
public non-sealed interface StaticFeatureEncoder<C extends Record> extends Encoder<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param input the numbers and categories that the block will read
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return the block
   * @throws SpecException if this encoder cannot read such an input
   */
  StaticFeatureEncoderBlock build(C config, StaticSpec input, BuildContext context);
}
