package org.braidml.encoder.lstm;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Pass;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Dropout;

/**
 * What an LSTM's gates make of its memory.
 *
 * @param cell {@code c' = sigmoid(f) c + sigmoid(i) d(tanh(g))}, {@code (B, H)}
 * @param open {@code sigmoid(o)}, {@code (B, H)}: how much of it is shown
 */
record LstmMemory(NDArray cell, NDArray open) {

  /**
   * One step.
   *
   * @param gates i, f, g, o side by side, {@code (B, 4 H)}
   * @param cell c before
   * @param dropout the rate of d, which acts in training
   */
  static LstmMemory of(Pass pass, NDArray gates, NDArray cell, double dropout) {
    List<NDArray> each = Gates.split(gates, 4);
    NDArray i = Activation.SIGMOID.apply(each.get(0));
    NDArray f = Activation.SIGMOID.apply(each.get(1));
    NDArray g = Dropout.apply(pass, Activation.TANH.apply(each.get(2)), dropout);
    return new LstmMemory(f.mul(cell).add(i.mul(g)), Activation.SIGMOID.apply(each.get(3)));
  }
}
