package org.braidml.encoder.lstm;

import org.braidml.api.BuildContext;
import org.braidml.api.Pass;
import org.braidml.api.Sequence;
import org.braidml.api.SequenceSpec;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Conv1d;

/**
 * A convolution, its activation, then max pooling without overlap, {@code (B, T, F) -> (B, T', C)}.
 *
 * @param convolution a child of the block that has these steps
 * @param output what is known of the result
 */
record ConvolvedSteps(
    Conv1d convolution, Activation activation, TimePool pool, SequenceSpec output) {

  /**
   * Builds the convolution.
   *
   * @param window with a stride of 1
   * @param maxPool how many steps become one
   */
  static ConvolvedSteps of(
      SequenceSpec input,
      int filters,
      Conv1d.Window window,
      Activation activation,
      int maxPool,
      BuildContext context) {
    TimePool pool = new TimePool(TimePool.Kind.MAX, maxPool, maxPool);
    return new ConvolvedSteps(
        new Conv1d(input.width(), filters, window),
        activation,
        pool,
        pool.output(Steps.mapped(input, filters, window, context)));
  }

  Sequence forward(Pass pass, Sequence input) {
    Sequence convolved = convolution.forward(pass, input);
    return pool.forward(convolved.withValues(activation.apply(convolved.values())));
  }
}
