package org.braidml.api.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.braidml.api.Lengths;
import org.braidml.api.Sequence;

/**
 * Reductions over the real steps of sequences. Mask: 1 = real step, 0 = padding.
 *
 * <p>Finite values in padded positions change nothing, bit for bit; an empty row gives zeros.
 * FLOAT32 and FLOAT64; results belong to the manager of the values.
 */
public final class Masked {

  /** Far below every value of a FLOAT32, and finite when added to one. */
  private static final double FAR = 3e38;

  private Masked() {}

  /** Returns the values with padded steps set to 0, {@code (B, T, F)}. */
  public static NDArray zero(Sequence s) {
    if (s.lengths().full()) {
      return s.values();
    }
    // Adding 0 makes of the -0 that a negative value times 0 is, a 0.
    return s.values().mul(s.mask().expandDims(2)).add(0f);
  }

  /** Returns the sum over real steps, {@code (B, F)}. */
  public static NDArray sum(Sequence s) {
    return weightedSum(s, s.mask());
  }

  /** Returns the mean over real steps, {@code (B, F)}. */
  public static NDArray mean(Sequence s) {
    NDArray values = s.values();
    return sum(s).div(s.lengths().divisor(values.getManager(), values.getDataType()));
  }

  /**
   * Returns the greatest value over real steps, {@code (B, F)}. Where steps tie, the engines share
   * the gradient out differently.
   */
  public static NDArray max(Sequence s) {
    Lengths lengths = s.lengths();
    if (lengths.full()) {
      return s.values().max(new int[] {1});
    }
    NDArray mask = s.mask().expandDims(2);
    NDArray max = s.values().mul(mask).add(Scalars.mul(mask.sub(1f), FAR)).max(new int[] {1});
    return lengths.anyEmpty() ? max.add(Scalars.mul(nonEmpty(s).sub(1f), -FAR)) : max;
  }

  /** Returns the last real step, {@code (B, F)}. */
  public static NDArray last(Sequence s) {
    return emptyToZero(s, Rows.steps(s.values(), s.lengths().lastRows(s.values().getManager())));
  }

  /**
   * Returns weights over real steps that sum to 1, {@code (B, T)}; 0 at padding, and everywhere in
   * an empty row.
   *
   * @param scores {@code (B, T)}
   * @param s whose mask and lengths count
   */
  public static NDArray softmax(NDArray scores, Sequence s) {
    requireSteps("scores", scores, s);
    if (s.lengths().full()) {
      return scores.softmax(1);
    }
    NDArray mask = s.mask();
    NDArray weights = scores.mul(mask).add(Scalars.mul(mask.sub(1f), FAR)).softmax(1);
    return s.lengths().anyEmpty() ? weights.mul(mask) : weights;
  }

  /**
   * Returns the sum of the steps times their weights, {@code (B, F)}.
   *
   * @param s the steps
   * @param weights {@code (B, T)}, 0 at padding
   */
  public static NDArray weightedSum(Sequence s, NDArray weights) {
    requireSteps("weights", weights, s);
    Shape shape = s.values().getShape();
    return weights.expandDims(1).matMul(s.values()).reshape(shape.get(0), shape.get(2));
  }

  /** Returns the sequence with the real steps of each row in reverse order, padding in place. */
  public static Sequence reverse(Sequence s) {
    NDArray values = s.values();
    NDArray index = s.lengths().reversedRows(values.getManager());
    return s.withValues(Rows.steps(values, index).reshape(values.getShape()));
  }

  /** Sets the rows of empty sequences to 0: {@code (B, F) -> (B, F)}. */
  static NDArray emptyToZero(Sequence s, NDArray rows) {
    return s.lengths().anyEmpty() ? rows.mul(nonEmpty(s)).add(0f) : rows;
  }

  private static NDArray nonEmpty(Sequence s) {
    return s.lengths().nonEmpty(s.values().getManager(), s.values().getDataType());
  }

  private static void requireSteps(String what, NDArray array, Sequence s) {
    Widths.requireShape(what, new Shape(s.lengths().batch(), s.lengths().time()), array);
    Widths.requireType(what, s.values(), array);
  }
}
