package org.braidml.api.graph;

import java.util.List;
import java.util.Map;

/**
 * Some examples, assembled in host memory: sequences, static features and targets are cut from the
 * same rows, in the same order.
 *
 * @param size B, at least 1
 * @param rows {@code (B)}: the row of the source that each example comes from
 * @param fields the data of each field, by its name
 * @param targets {@code (B)} values of each target, by its name: class ids, 0 or 1, or numbers in
 *     their own unit; {@code (B, T)} row after row of a target that has one value a step, NaN where
 *     a step has none; {@code (B, L)} of a target of labels; empty where the rows carry no targets
 * @param weights {@code (B)}: how much each example counts in the loss that is trained on; empty
 *     where all count as much
 */
public record Batch(
    int size,
    int[] rows,
    Map<String, FieldData> fields,
    Map<String, float[]> targets,
    float[] weights) {

  public Batch {
    fields = Map.copyOf(fields);
    targets = Map.copyOf(targets);
    if (size < 1 || rows.length != size) {
      throw new IllegalArgumentException("a batch has a row for each of its examples");
    }
    if (weights.length > 0 && weights.length != size) {
      throw new IllegalArgumentException("a batch has a weight for each of its examples, or none");
    }
  }

  /** A batch whose examples count alike. */
  public Batch(int size, int[] rows, Map<String, FieldData> fields, Map<String, float[]> targets) {
    this(size, rows, fields, targets, new float[0]);
  }

  /**
   * Returns the data of a field.
   *
   * @throws IllegalArgumentException if the batch lacks it
   */
  public FieldData field(String name) {
    FieldData data = fields.get(name);
    if (data == null) {
      throw new IllegalArgumentException("the batch lacks the field " + name);
    }
    return data;
  }

  /**
   * Returns this batch in parts, which are padded as it is.
   *
   * @param atMost examples of a part, at least 1; the last may have fewer
   */
  public List<Batch> parts(int atMost) {
    return size <= atMost ? List.of(this) : BatchParts.of(this, atMost);
  }
}
