package org.braidml.api;

/**
 * Builds blocks that map an encoding {@code (B, M)} to another {@code (B, M')}, after an encoder or
 * the merger.
 *
 * @param <C> the configuration record
 */
public interface Projection<C extends Record> extends Plugin<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param input the encoding that the block will read
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return the block
   * @throws SpecException if this projection cannot read such an encoding
   */
  ProjectionBlock build(C config, EncodingSpec input, BuildContext context);
}
