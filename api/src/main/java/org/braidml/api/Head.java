package org.braidml.api;

/**
 * Builds blocks that turn the merged encoding, or the states of one encoder, into a prediction. A
 * head owns activation, loss, metrics and the decoding of the target.
 *
 * @param <C> the configuration record
 */
public interface Head<C extends Record> extends Plugin<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param input the merged encoding, or the states of one encoder
   * @param target what is to be predicted
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return the block
   * @throws SpecException if this head cannot predict such a target from such an input
   */
  HeadBlock build(C config, HeadInputSpec input, TargetSpec target, BuildContext context);
}
