package org.braidml.api.graph;

/**
 * One field of a batch, in host memory, row after row. Padding is on the right and holds zeros. The
 * arrays belong to the batch and are not to be changed.
 */
public sealed interface FieldData {

  /** What has steps. */
  sealed interface Steps extends FieldData {

    /** Returns {@code (B)}: how many steps each row has, each in {@code [0, T]}. */
    int[] lengths();

    /** Returns T, at least 1. */
    int time();
  }

  /**
   * Returns this as a sequence.
   *
   * @throws IllegalStateException if it has no steps
   */
  default Steps steps() {
    if (this instanceof Steps steps) {
      return steps;
    }
    throw new IllegalStateException("static features have no steps");
  }

  /**
   * Ids of a sequence.
   *
   * @param ids {@code (B, T)}, row after row; 0 where padded
   * @param lengths {@code (B)}, each in {@code [0, T]}
   * @param time T, at least 1
   */
  record Ids(int[] ids, int[] lengths, int time) implements Steps {}

  /**
   * Numbers of a sequence.
   *
   * @param values {@code (B, T, F)}, row after row, step after step; 0 where padded
   * @param lengths {@code (B)}, each in {@code [0, T]}
   * @param time T, at least 1
   * @param width F
   */
  record Values(float[] values, int[] lengths, int time, int width) implements Steps {}

  /**
   * Static features.
   *
   * @param numeric {@code (B, S)}, row after row; empty where S = 0
   * @param categories {@code (B, K)} ids, row after row; empty where K = 0
   */
  record Statics(float[] numeric, int[] categories) implements FieldData {}
}
