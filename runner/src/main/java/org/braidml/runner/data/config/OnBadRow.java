package org.braidml.runner.data.config;

/** What becomes of a row that cannot be read. */
public enum OnBadRow {
  /** Nothing is trained; the rows are told. */
  FAIL,
  /** It is left out, counted, and written down. */
  SKIP
}
