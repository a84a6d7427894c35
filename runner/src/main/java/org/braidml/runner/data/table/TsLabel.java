package org.braidml.runner.data.table;

/** What stands at the end of each row of a {@code .ts} file. */
public enum TsLabel {
  /** Nothing: rows are series alone. */
  NONE,
  /** A class. */
  CLASS,
  /** A number. */
  NUMBER
}
