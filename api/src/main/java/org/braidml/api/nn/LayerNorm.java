package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import org.braidml.api.Pass;
import org.braidml.api.TypedBlock;

/**
 * Layer normalisation of the last axis: {@code (B, M) -> (B, M)} or {@code (B, T, M) -> (B, T, M)},
 * {@code y = (x - mean(x)) / sqrt(var(x) + epsilon) * gain + shift} with the mean and the (biased)
 * variance of each row or step alone. J. L. Ba, J. R. Kiros, G. E. Hinton, Layer normalization,
 * 2016, equation 4.
 *
 * <p>Parameters: {@code gain (M)}, ones; {@code shift (M)}, zeros. FLOAT32 or FLOAT64. The result
 * belongs to the manager of the input. Not thread-safe.
 */
public final class LayerNorm extends TypedBlock {

  private final int width;
  private final double epsilon;
  private final Parameter gain;
  private final Parameter shift;

  /**
   * A normalisation.
   *
   * @param width {@code M}, at least 1; of a single number nothing is left but the shift
   * @param epsilon keeps the divisor away from 0, above 0; 1e-5 is usual
   */
  public LayerNorm(int width, double epsilon) {
    Widths.requirePositive("width", width);
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon is above 0, given " + epsilon);
    }
    this.width = width;
    this.epsilon = epsilon;
    gain = parameter("gain", Init.constant(1), width);
    shift = parameter("shift", Init.zeros(), width);
  }

  /** Returns {@code M}. */
  public int width() {
    return width;
  }

  /**
   * Normalises the last axis.
   *
   * @param pass where the parameters are read
   * @param x {@code (B, M)} or {@code (B, T, M)}
   * @throws IllegalArgumentException if the last axis is not {@code M} wide
   */
  public NDArray forward(Pass pass, NDArray x) {
    Shape shape = x.getShape();
    int dimensions = shape.dimension();
    if (dimensions < 2 || dimensions > 3 || shape.get(dimensions - 1) != width) {
      throw new IllegalArgumentException(
          "a layer norm expects (B, " + width + ") or (B, T, " + width + "), given " + shape);
    }
    NDArray g = pass.value(gain);
    Widths.requireType("a layer norm", g, x);
    int[] last = {dimensions - 1};
    NDArray centred = x.sub(x.mean(last, true));
    NDArray deviation = centred.square().mean(last, true).add(epsilon).sqrt();
    return centred.div(deviation).mul(g).add(pass.value(shift));
  }
}
