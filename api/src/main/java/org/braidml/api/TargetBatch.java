package org.braidml.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The targets of a batch: one an example, or one a step of a field.
 *
 * @param values FLOAT32 {@code (B)}, or {@code (B, T)} for a target a step: class ids, 0 or 1, or
 *     numbers in the unit of the target; 0 at a step without one
 * @param host the same values on the host, row after row; NaN at a step that has no target, as
 *     padding has none, and which counts in no loss and no metric
 */
public record TargetBatch(NDArray values, float[] host) {

  /**
   * Targets of one value a step.
   *
   * @param manager owns the array
   * @param host {@code (B, T)} row after row; NaN at a step without a target
   * @param batch B
   */
  public static TargetBatch ofSteps(NDManager manager, float[] host, int batch) {
    float[] values = host.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isNaN(values[i]) ? 0 : values[i];
    }
    return new TargetBatch(manager.create(values, new Shape(batch, values.length / batch)), host);
  }
}
