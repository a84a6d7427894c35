package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;

/**
 * Layer normalisation of the last axis, {@code (B, F) -> (B, F)} or {@code (B, T, F) -> (B, T, F)}:
 * {@code y = (x - mean) / sqrt(variance + epsilon) * weight + bias}, mean and (biased) variance
 * over the F numbers of one example or step.
 *
 * <p>J. Ba, J. Kiros, G. Hinton, Layer normalization, 2016, equations 3 and 4. Examples and steps
 * never mix, and training mode changes nothing. Parameters: {@code weight (F)}, ones; {@code bias
 * (F)}, zeros. FLOAT32 or FLOAT64. The result belongs to the manager of the input. Not thread-safe.
 */
public final class LayerNorm extends TypedBlock {

  private final int width;
  private final float epsilon;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * A normalisation.
   *
   * @param width {@code F}, at least 1
   * @param epsilon added to the variance, above 0
   */
  public LayerNorm(int width, double epsilon) {
    Widths.requirePositive("width", width);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon is positive, given " + epsilon);
    }
    this.width = width;
    this.epsilon = (float) epsilon;
    weight = parameter("weight", Init.constant(1), width);
    bias = parameter("bias", Init.zeros(), width);
  }

  /** Returns F. */
  public int width() {
    return width;
  }

  /**
   * Normalises.
   *
   * @param pass where the parameters are read
   * @param x {@code (B, F)} or {@code (B, T, F)}
   * @throws IllegalArgumentException if the last axis is not F wide
   */
  public NDArray forward(Pass pass, NDArray x) {
    Shape shape = x.getShape();
    int axes = shape.dimension();
    if (axes < 2 || axes > 3 || shape.get(axes - 1) != width) {
      throw new IllegalArgumentException(
          "a layer norm expects (B, " + width + ") or (B, T, " + width + "), given " + shape);
    }
    NDArray w = pass.value(weight);
    Widths.requireType("a layer norm", w, x);
    return x.getNDArrayInternal()
        .layerNorm(x, new Shape(width), w, pass.value(bias), epsilon)
        .get(0)
        .reshape(shape);
  }
}
