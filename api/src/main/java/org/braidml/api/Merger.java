package org.braidml.api;

/**
 * Builds blocks that join the named encodings of all encoders to one {@code (B, M)}.
 *
 * @param <C> the configuration record
 */
public interface Merger<C extends Record> extends Plugin<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param inputs the encodings in the order of the model: sorted by name; at least one
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return the block
   * @throws SpecException if these encodings do not go together, with names and widths
   */
  MergerBlock build(C config, java.util.List<EncodingSpec> inputs, BuildContext context);
}
