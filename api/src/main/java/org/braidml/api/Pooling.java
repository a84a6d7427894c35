package org.braidml.api;

/**
 * Builds blocks that reduce states {@code (B, T, H)} under a mask, and an optional query, to an
 * encoding {@code (B, E)} and, where it has them, weights {@code (B, T)}.
 *
 * @param <C> the configuration record
 */
public interface Pooling<C extends Record> extends Plugin<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param input the states that the block will read
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return the block
   * @throws SpecException if this pooling cannot read such states
   */
  PoolingBlock build(C config, StatesSpec input, BuildContext context);
}
