package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;

/**
 * How a file of rows is read.
 *
 * @param format how it holds rows
 * @param delimiter one character between values; absent: a comma in CSV, a tab in TSV
 * @param quote one character around values, or empty for none; absent: {@code "} in CSV, none in
 *     TSV
 * @param header whether the first line names the columns
 * @param columns the names of the columns of a file without a header
 * @param encoding the character set
 * @param nullValues the values that mean "missing"
 */
public record DialectConfig(
    FileFormat format,
    Optional<String> delimiter,
    Optional<String> quote,
    boolean header,
    List<String> columns,
    String encoding,
    List<String> nullValues) {

  public DialectConfig {
    columns = List.copyOf(columns);
    nullValues = List.copyOf(nullValues);
  }

  /** The dialect that the name of a file tells; an empty value is missing. */
  static DialectConfig plain() {
    return plain(List.of(""));
  }

  /** The dialect that the name of a file tells. */
  static DialectConfig plain(List<String> nullValues) {
    return new DialectConfig(
        FileFormat.AUTO, Optional.empty(), Optional.empty(), true, List.of(), "UTF-8", nullValues);
  }
}
