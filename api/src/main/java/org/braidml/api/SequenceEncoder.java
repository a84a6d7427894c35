package org.braidml.api;

/**
 * Builds blocks that map a sequence {@code (B, T, F)} with its lengths to states {@code (B, T', H)}
 * and an encoding {@code (B, E)}.
 *
 * @param <C> the configuration record
 */
public non-sealed interface SequenceEncoder<C extends Record> extends Encoder<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param input what the block will read
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return a block whose declared specification equals what it computes
   * @throws SpecException if this encoder cannot read such an input
   */
  SequenceEncoderBlock build(C config, SequenceSpec input, BuildContext context);
}
