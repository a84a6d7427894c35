package org.braidml.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The targets of a batch: one an example, one a step of a field, or one for each label.
 *
 * @param values FLOAT32 {@code (B)}, {@code (B, T)} for a target a step, or {@code (B, L)} for one
 *     of labels: class ids, 0 or 1, or numbers in the unit of the target; 0 at a step without one
 * @param host the same values on the host, row after row; NaN at a step that has no target, as
 *     padding has none, and which counts in no loss and no metric
 */
public record TargetBatch(NDArray values, float[] host) {

  /**
   * The targets of a batch.
   *
   * @param target what they are
   * @param manager owns the array
   * @param host one value a row, {@code (B, T)} of steps with NaN at those without, or {@code (B,
   *     L)} of labels, row after row
   * @param batch B
   */
  public static TargetBatch of(TargetSpec target, NDManager manager, float[] host, int batch) {
    if (target.stepsOf().isPresent()) {
      return ofSteps(manager, host, batch);
    }
    NDArray values = manager.create(host);
    return new TargetBatch(
        target.labels().isEmpty() ? values : values.reshape(batch, host.length / batch), host);
  }

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
