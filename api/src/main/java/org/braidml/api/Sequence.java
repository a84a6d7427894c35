package org.braidml.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Values over time, one row an example, padded on the right.
 *
 * <p>Arrays belong to the manager of the batch, which closes them; nobody else does.
 *
 * @param values {@code (B, T, F)}; what stands in padded positions is finite and means nothing
 * @param mask {@code (B, T)}, of the data type of the values: 1 = real step, 0 = padding
 * @param lengths how many steps of each row are real
 */
public record Sequence(NDArray values, NDArray mask, Lengths lengths) {

  /** Checks the shapes against each other. */
  public Sequence {
    Shape shape = values.getShape();
    if (shape.dimension() != 3
        || shape.get(0) != lengths.batch()
        || shape.get(1) != lengths.time()) {
      throw new IllegalArgumentException(
          "values " + shape + " do not go with " + lengths + ": expected (B, T, F)");
    }
  }

  /**
   * A sequence whose mask is made from its lengths.
   *
   * @param values {@code (B, T, F)}
   * @param lengths of the same B and T
   */
  public static Sequence of(NDArray values, Lengths lengths) {
    return new Sequence(values, lengths.mask(values.getManager(), values.getDataType()), lengths);
  }

  /** The same steps with other values {@code (B, T, F')}. */
  public Sequence withValues(NDArray newValues) {
    return new Sequence(newValues, mask, lengths);
  }

  /** Returns {@code F}. */
  public int width() {
    return (int) values.getShape().get(2);
  }
}
