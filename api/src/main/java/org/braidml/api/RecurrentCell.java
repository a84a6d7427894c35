package org.braidml.api;

/**
 * Builds blocks that compute one step of a recurrence: {@code (B, F)} and a state to the next
 * state. The fused LSTM and GRU do not go through it.
 *
 * @param <C> the configuration record
 */
public interface RecurrentCell<C extends Record> extends Plugin<C> {

  /**
   * Builds the block, without arrays.
   *
   * @param config the bound settings
   * @param inputWidth {@code F}, at least 1
   * @param context builds nested plug-ins and knows the path in the configuration
   * @return the block
   * @throws SpecException if this cell cannot read such an input
   */
  RecurrentCellBlock build(C config, int inputWidth, BuildContext context);
}
