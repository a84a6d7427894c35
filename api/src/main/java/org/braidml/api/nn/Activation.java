package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * An elementwise function; in configuration files in lower kebab-case. The result keeps shape and
 * data type and belongs to the manager of the argument.
 */
public enum Activation {
  /** {@code x}. */
  IDENTITY(x -> x),
  /** {@code max(x, 0)}. */
  RELU(ai.djl.nn.Activation::relu),
  /** {@code x} if positive, else {@code 0.01 x}. */
  LEAKY_RELU(x -> ai.djl.nn.Activation.leakyRelu(x, 0.01f)),
  /** {@code x} if positive, else {@code exp(x) - 1}. */
  ELU(x -> ai.djl.nn.Activation.elu(x, 1f)),
  /** {@code x Phi(x)} with the exact normal distribution (Hendrycks and Gimpel, 2016). */
  GELU(ai.djl.nn.Activation::gelu),
  /** {@code x sigmoid(x)}, also called swish. */
  SILU(x -> x.mul(ai.djl.nn.Activation.sigmoid(x))),
  /** {@code log(1 + exp(x))}. */
  SOFTPLUS(ai.djl.nn.Activation::softPlus),
  /** {@code tanh(x)}. */
  TANH(ai.djl.nn.Activation::tanh),
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID(ai.djl.nn.Activation::sigmoid);

  private final transient UnaryOperator<NDArray> function;

  Activation(UnaryOperator<NDArray> function) {
    this.function = function;
  }

  /** Applies the function to each element. */
  public NDArray apply(NDArray x) {
    return function.apply(x);
  }
}
