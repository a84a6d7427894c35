package org.braidml.api.graph;

import ai.djl.ndarray.types.DataType;

/**
 * One array of the list that the root of a model reads. The order of the slots is written down in a
 * bundle.
 *
 * @param field the field
 * @param part which of its arrays
 */
public record InputSlot(String field, Part part) {

  /** The arrays of a field. */
  public enum Part {
    /** INT64 {@code (B, T)}. */
    IDS,
    /** FLOAT32 {@code (B, T, F)}. */
    VALUES,
    /** INT64 {@code (B)}. */
    LENGTHS,
    /** FLOAT32 {@code (B, S)}. */
    NUMERIC,
    /** INT64 {@code (B, K)}. */
    CATEGORIES;

    /** Returns the data type of the array. */
    public DataType dataType() {
      return this == VALUES || this == NUMERIC ? DataType.FLOAT32 : DataType.INT64;
    }
  }
}
