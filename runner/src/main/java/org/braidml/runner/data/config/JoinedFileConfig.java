package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.config.Defaults;
import org.braidml.api.config.Shorthand;

/**
 * A file that a query joins to the rows of a source, such as outcomes that are given apart. Its
 * settings are those of {@link FileSourceConfig}.
 *
 * @param path the file, relative to the folder of the experiment file
 * @param format the format
 * @param delimiter one character between values
 * @param quote one character around values, or empty for none
 * @param header whether the first line names the columns
 * @param columns the names of the columns of a file without a header
 * @param encoding the character set
 * @param nullValues the values that mean "missing"
 */
@Defaults("data.source-table")
@Shorthand("path")
public record JoinedFileConfig(
    String path,
    FileFormat format,
    Optional<String> delimiter,
    Optional<String> quote,
    boolean header,
    List<String> columns,
    String encoding,
    List<String> nullValues) {

  public JoinedFileConfig {
    columns = List.copyOf(columns);
    nullValues = List.copyOf(nullValues);
  }

  /** The same file, found from any folder. */
  JoinedFileConfig absolute(Path folder) {
    return new JoinedFileConfig(
        folder.resolve(path).normalize().toString(),
        format,
        delimiter,
        quote,
        header,
        columns,
        encoding,
        nullValues);
  }

  /** The file as a source by itself. */
  public FileSourceConfig asSource() {
    return new FileSourceConfig(
        path,
        Optional.empty(),
        Optional.empty(),
        format,
        delimiter,
        quote,
        header,
        columns,
        encoding,
        nullValues,
        Optional.empty(),
        Map.of(),
        OnBadRow.FAIL);
  }
}
