package org.braidml.runner.data.split;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows are for what: row ids from 0, ascending, each row on one side.
 *
 * @param train rows to learn from
 * @param validation rows that choose the epoch
 * @param test rows that are read once, at the end
 */
public record Split(int[] train, int[] validation, int[] test) {

  /** The split that a list of sides, one a row, says. */
  public static Split of(List<Side> sides) {
    return new Split(rows(sides, Side.TRAIN), rows(sides, Side.VALIDATION), rows(sides, Side.TEST));
  }

  private static int[] rows(List<Side> sides, Side side) {
    return IntStream.range(0, sides.size()).filter(row -> sides.get(row) == side).toArray();
  }

  @Override
  public String toString() {
    return train.length
        + " rows to train, "
        + validation.length
        + " to validate, "
        + test.length
        + " to test";
  }
}
