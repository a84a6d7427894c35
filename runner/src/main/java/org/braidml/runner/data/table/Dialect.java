package org.braidml.runner.data.table;

import java.nio.charset.Charset;
import java.util.List;
import org.braidml.runner.data.config.FileFormat;

/**
 * How a file is read, everything decided.
 *
 * @param format never {@link FileFormat#AUTO}
 * @param delimiter one character, or empty if each line is one value
 * @param quote one character, or empty if quotes are text
 * @param header whether the first record names the columns
 * @param columns the names of the columns of a file without a header, or empty
 * @param charset the character set
 * @param nullValues the values that mean "missing"
 */
record Dialect(
    FileFormat format,
    String delimiter,
    String quote,
    boolean header,
    List<String> columns,
    Charset charset,
    List<String> nullValues) {

  /** Stands for "no such character": no text holds it. */
  static final char NONE = '\u0001';

  char delimiterCharacter() {
    return delimiter.isEmpty() ? NONE : delimiter.charAt(0);
  }

  /** Returns whether a value may stand in quotes. */
  boolean quoted() {
    return !quote.isEmpty();
  }

  char quoteCharacter() {
    return quote.isEmpty() ? NONE : quote.charAt(0);
  }
}
