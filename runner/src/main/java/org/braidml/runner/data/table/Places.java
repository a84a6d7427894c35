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

  /**
   * Returns where a value stands: where its row does, unless the values of a row stand apart.
   *
   * @param row the row, from 0
   * @param column the column of the value
   */
  default String where(int row, String column) {
    return where(row);
  }
}
