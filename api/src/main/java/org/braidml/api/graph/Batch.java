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
 */
public record Batch(
    int size, int[] rows, Map<String, FieldData> fields, Map<String, float[]> targets) {

  public Batch {
    fields = Map.copyOf(fields);
    targets = Map.copyOf(targets);
    if (size < 1 || rows.length != size) {
      throw new IllegalArgumentException("a batch has a row for each of its examples");
    }
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
