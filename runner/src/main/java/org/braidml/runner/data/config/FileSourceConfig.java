package org.braidml.runner.data.config;

import java.util.List;
import java.util.Optional;
import org.braidml.api.config.Id;

/**
 * A file of rows: {@code source = "reviews.csv"}, or {@code source { path = "train.tsv", test =
 * "test.tsv", header = false, columns = [text, label] }}.
 *
 * @param path the file, relative to the folder of the experiment file; {@code .gz} is unpacked
 * @param validation a file of validation rows, if they are given apart
 * @param test a file of test rows, if they are given apart
 * @param format the format of all of these files
 * @param delimiter one character between values; absent: a comma in CSV, a tab in TSV
 * @param quote one character around values, or empty for none; absent: {@code "} in CSV, none in
 *     TSV
 * @param header whether the first line names the columns
 * @param columns the names of the columns of a file without a header
 * @param encoding the character set
 * @param nullValues the values that mean "missing"
 * @param sql a query over the table {@code source}, whose result is used instead of it
 */
@Id("file")
public record FileSourceConfig(
    String path,
    Optional<String> validation,
    Optional<String> test,
    FileFormat format,
    Optional<String> delimiter,
    Optional<String> quote,
    boolean header,
    List<String> columns,
    String encoding,
    List<String> nullValues,
    Optional<String> sql)
    implements SourceConfig {

  public FileSourceConfig {
    columns = List.copyOf(columns);
    nullValues = List.copyOf(nullValues);
  }
}
