package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;
import org.jspecify.annotations.Nullable;

/**
 * An affine map of the last axis: {@code y = x W^T + b}, {@code (B, in) -> (B, out)} or {@code (B,
 * T, in) -> (B, T, out)}.
 *
 * <p>Parameters: {@code weight (out, in)}, {@link Init#xavierUniform}; {@code bias (out)}, zeros;
 * or started as asked. FLOAT32 or FLOAT64. The result belongs to the manager of the input. Not
 * thread-safe.
 */
public final class Linear extends TypedBlock {

  private final int in;
  private final int out;
  private final Parameter weight;
  private final @Nullable Parameter bias;

  /** A map with a bias. */
  public Linear(int in, int out) {
    this(in, out, true);
  }

  /**
   * A map.
   *
   * @param in width of the input, at least 1
   * @param out width of the output, at least 1
   * @param bias whether to add one
   */
  public Linear(int in, int out, boolean bias) {
    this(in, out, Init.xavierUniform(in, out), bias ? Init.zeros() : null);
  }

  /**
   * A map whose parameters start as asked.
   *
   * @param in width of the input, at least 1
   * @param out width of the output, at least 1
   * @param weight how the weight {@code (out, in)} starts
   * @param bias how the bias {@code (out)} starts; null for none
   */
  public Linear(int in, int out, Init weight, @Nullable Init bias) {
    Widths.requirePositive("in", in);
    Widths.requirePositive("out", out);
    this.in = in;
    this.out = out;
    this.weight = parameter("weight", weight, out, in);
    this.bias = bias == null ? null : parameter("bias", bias, out);
  }

  /** Returns the width of the output. */
  public int outputWidth() {
    return out;
  }

  /**
   * Maps the last axis.
   *
   * @param pass where the parameters are read
   * @param x {@code (B, in)} or {@code (B, T, in)}
   * @throws IllegalArgumentException if the last axis is not {@code in} wide
   */
  public NDArray forward(Pass pass, NDArray x) {
    Shape shape = x.getShape();
    int dimensions = shape.dimension();
    if (dimensions < 2 || dimensions > 3 || shape.get(dimensions - 1) != in) {
      throw new IllegalArgumentException(
          "a linear map expects (B, " + in + ") or (B, T, " + in + "), given " + shape);
    }
    NDArray w = pass.value(weight);
    Widths.requireType("a linear map", w, x);
    NDArray b = bias == null ? null : pass.value(bias);
    return x.getNDArrayInternal().linear(x, w, b).singletonOrThrow();
  }
}
