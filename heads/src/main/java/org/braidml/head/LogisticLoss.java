package org.braidml.head;

import ai.djl.ndarray.NDArray;
import org.braidml.api.nn.Activation;
import org.jspecify.annotations.Nullable;

/** The loss of logits of yes and no. */
final class LogisticLoss {

  private LogisticLoss() {}

  /**
   * {@code (1 - y) z + (1 + (p - 1) y) log(1 + exp(-z))}, which is {@code -p y log(s) - (1 - y)
   * log(1 - s)} for {@code s = sigmoid(z)}. The engines' softplus neither overflows nor has a kink
   * at 0, where formulas with |z| have a gradient that is off by 1/2.
   *
   * @param z logits, of any shape
   * @param y what is due, 0 to 1, of that shape
   * @param more {@code (p - 1) y} for a weight p of the positive ones; null for p = 1
   * @return the loss of each, of that shape
   */
  static NDArray each(NDArray z, NDArray y, @Nullable NDArray more) {
    NDArray softplus = Activation.SOFTPLUS.apply(z.neg());
    NDArray weighed = more == null ? softplus : softplus.mul(more.add(1));
    return z.mul(y.neg().add(1)).add(weighed);
  }
}
