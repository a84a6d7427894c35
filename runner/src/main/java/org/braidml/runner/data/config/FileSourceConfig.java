package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.braidml.api.config.Id;

/**
 * A file of rows: {@code source = "reviews.csv"}, or {@code source { path = "train.tsv", test =
 * "test.tsv", header = false, columns = [text, label] }}.
 *
 * @param path the file, relative to the folder of the experiment file, {@code .gz} and {@code .zst}
 *     unpacked; {@code *} and {@code ?} in its name stand for characters, for all files that fit
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
 * @param sql a query over the table {@code source}, whose result is used instead of it; the table
 *     {@code file} has one row with the file's {@code side}, which is train, validation or test,
 *     and its {@code name}
 * @param tables files that the query may join, by the names of their tables
 * @param onBadRow what becomes of a row that cannot be read
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
    Optional<String> sql,
    Map<String, JoinedFileConfig> tables,
    OnBadRow onBadRow)
    implements SourceConfig {

  public FileSourceConfig {
    columns = List.copyOf(columns);
    nullValues = List.copyOf(nullValues);
    tables = Map.copyOf(tables);
    if (!tables.isEmpty() && sql.isEmpty()) {
      throw new IllegalArgumentException("tables are for the query in sql, and there is none");
    }
  }

  /**
   * One file, read as the rows of training were: with what they took for missing and with their
   * query, each of them, for each is to be predicted; in their dialect if the two are of one
   * format; in that of its name otherwise.
   */
  public static FileSourceConfig like(SourceConfig trained, String path) {
    if (!(trained instanceof FileSourceConfig file)) {
      return new JoinedFileConfig(
              path,
              FileFormat.AUTO,
              Optional.empty(),
              Optional.empty(),
              true,
              List.of(),
              "UTF-8",
              List.of(""))
          .asSource();
    }
    boolean alike =
        file.format() != FileFormat.AUTO
            || FileFormat.ofName(file.path()) == FileFormat.ofName(path);
    return alike ? file.at(path) : file.plain(path);
  }

  /** The same source in the dialect that the name of its file tells. */
  private FileSourceConfig plain(String other) {
    return new FileSourceConfig(
        other,
        Optional.empty(),
        Optional.empty(),
        FileFormat.AUTO,
        Optional.empty(),
        Optional.empty(),
        true,
        List.of(),
        "UTF-8",
        nullValues,
        sql,
        tables,
        OnBadRow.FAIL);
  }

  private FileSourceConfig at(String other) {
    return new FileSourceConfig(
        other,
        Optional.empty(),
        Optional.empty(),
        format,
        delimiter,
        quote,
        header,
        columns,
        encoding,
        nullValues,
        sql,
        tables,
        OnBadRow.FAIL);
  }

  @Override
  public FileSourceConfig absolute(Path folder) {
    return new FileSourceConfig(
        folder.resolve(path).normalize().toString(),
        validation.map(file -> folder.resolve(file).normalize().toString()),
        test.map(file -> folder.resolve(file).normalize().toString()),
        format,
        delimiter,
        quote,
        header,
        columns,
        encoding,
        nullValues,
        sql,
        tables.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().absolute(folder))),
        onBadRow);
  }

  @Override
  public Map<String, String> files() {
    return SourceConfig.files(path, validation, test, tables);
  }
}
