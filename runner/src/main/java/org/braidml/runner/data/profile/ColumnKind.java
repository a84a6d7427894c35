package org.braidml.runner.data.profile;

import java.util.Locale;

/** What the values of a column look like. */
public enum ColumnKind {
  /** No row has a value. */
  EMPTY,
  /** All rows have one and the same value. */
  CONSTANT,
  /** Every row has a value of its own that tells nothing, as a number of the row does. */
  IDENTIFIER,
  /** Truths: 0 and 1, yes and no, true and false. */
  BOOLEAN,
  /** Numbers. */
  NUMBER,
  /** A few values, each in many rows. */
  CATEGORY,
  /** Dates, with or without a time. */
  DATE,
  /** Several numbers a row: a JSON array, or numbers between delimiters. */
  SERIES,
  /** Several words a row: a JSON array. */
  LIST,
  /** Single words, most of them different, as names are. */
  CHARACTERS,
  /** Texts of several words. */
  TEXT;

  /** Returns the kind as people read it. */
  public String shown() {
    return name().toLowerCase(Locale.ROOT);
  }
}
