package org.braidml.runner.study.config;

/** The rows on which variants are compared. */
public enum ComparedRows {
  /** Rows that nothing was chosen by. */
  TEST,
  /** Rows that the epoch was chosen by. */
  VALIDATION
}
