package org.braidml.runner.data.config;

/** How text is cut into words. */
public enum Tokenizer {
  /** At white space only. */
  WHITESPACE,
  /** Runs of letters, marks and digits, apostrophes within; every other visible character alone. */
  WORD,
  /**
   * As {@link #WORD}, of text in its composed compatibility form (NFKC), and each ideograph and
   * each sign of kana alone: for languages that are written without blanks.
   */
  UNICODE,
  /**
   * Not at all: each text is a JSON array, as a list of Parquet or of a query becomes one, and each
   * element of it is a word, whatever it holds; null is an empty one.
   */
  LIST
}
