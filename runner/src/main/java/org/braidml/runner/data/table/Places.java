package org.braidml.runner.data.table;

/** Tells where the rows of a source stand. */
@FunctionalInterface
public interface Places {

  /**
   * Returns where a row stands, as {@code reviews.csv:57}.
   *
   * @param row the row, from 0
   */
  String where(int row);
}
