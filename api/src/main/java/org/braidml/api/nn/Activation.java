package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;

/**
 * An elementwise function; in configuration files in lower kebab-case. The result keeps shape and
 * data type and belongs to the manager of the argument.
 */
public enum Activation {
  /** {@code x}. */
  IDENTITY,
  /** {@code max(x, 0)}. */
  RELU,
  /** {@code x} if positive, else {@code 0.01 x}. */
  LEAKY_RELU,
  /** {@code x} if positive, else {@code exp(x) - 1}. */
  ELU,
  /** {@code x Phi(x)} with the exact normal distribution (Hendrycks and Gimpel, 2016). */
  GELU,
  /** {@code x sigmoid(x)}, also called swish. */
  SILU,
  /** {@code log(1 + exp(x))}. */
  SOFTPLUS,
  /** {@code tanh(x)}. */
  TANH,
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID;

  /** Applies the function to each element. */
  public NDArray apply(NDArray x) {
    return switch (this) {
      case IDENTITY -> x;
      case RELU -> ai.djl.nn.Activation.relu(x);
      case LEAKY_RELU -> ai.djl.nn.Activation.leakyRelu(x, 0.01f);
      case ELU -> ai.djl.nn.Activation.elu(x, 1f);
      case GELU -> ai.djl.nn.Activation.gelu(x);
      case SILU -> x.mul(ai.djl.nn.Activation.sigmoid(x));
      case SOFTPLUS -> ai.djl.nn.Activation.softPlus(x);
      case TANH -> ai.djl.nn.Activation.tanh(x);
      case SIGMOID -> ai.djl.nn.Activation.sigmoid(x);
    };
  }
}
