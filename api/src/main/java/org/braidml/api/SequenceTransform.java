package org.braidml.api;

/**
 * Builds blocks that map a sequence {@code (B, T, F)} with its lengths to another {@code (B, T',
 * F')} before an encoder reads it: convolution, pooling over time, projection, dropout.
 *
 * @param <C> the configuration record
 */
public interface SequenceTransform<C extends Record> extends Plugin<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param input what the block will read
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return a block that states how it maps widths, lengths and the time stride
   * @throws SpecException if this transform cannot read such an input
   */
  SequenceTransformBlock build(C config, SequenceSpec input, BuildContext context);
}
