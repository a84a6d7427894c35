package org.braidml.runner.data.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.braidml.api.config.Id;
import org.braidml.api.config.Inline;

/**
 * A file of rows: {@code source = "reviews.csv"}, or {@code source { path = "train.tsv", test =
 * "test.tsv", header = false, columns = [text, label] }}.
 *
 * @param path the file, relative to the folder of the experiment file, {@code .gz} and {@code .zst}
 *     unpacked; {@code *} and {@code ?} in its name stand for characters, for all files that fit
 * @param validation a file of validation rows, if they are given apart
 * @param test a file of test rows, if they are given apart
 * @param dialect how all of these files are read; its keys stand beside these
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
    @Inline DialectConfig dialect,
    Optional<String> sql,
    Map<String, JoinedFileConfig> tables,
    OnBadRow onBadRow)
    implements SourceConfig {

  public FileSourceConfig {
    tables = Map.copyOf(tables);
    if (!tables.isEmpty() && sql.isEmpty()) {
      throw new IllegalArgumentException("tables are for the query in sql, and there is none");
    }
  }

  /** One file, all of whose rows are read. */
  public static FileSourceConfig of(String path, DialectConfig dialect) {
    return new FileSourceConfig(
        path,
        Optional.empty(),
        Optional.empty(),
        dialect,
        Optional.empty(),
        Map.of(),
        OnBadRow.FAIL);
  }

  /**
   * One file, read as the rows of training were: with what they took for missing and with their
   * query, each of them, for each is to be predicted; in their dialect if the two are of one
   * format; in that of its name otherwise.
   */
  public static FileSourceConfig like(SourceConfig trained, String path) {
    if (!(trained instanceof FileSourceConfig file)) {
      return of(path, DialectConfig.plain());
    }
    boolean alike =
        file.dialect().format() != FileFormat.AUTO
            || FileFormat.ofName(file.path()) == FileFormat.ofName(path);
    return new FileSourceConfig(
        path,
        Optional.empty(),
        Optional.empty(),
        alike ? file.dialect() : DialectConfig.plain(file.dialect().nullValues()),
        file.sql(),
        file.tables(),
        OnBadRow.FAIL);
  }

  @Override
  public FileSourceConfig absolute(Path folder) {
    return new FileSourceConfig(
        folder.resolve(path).normalize().toString(),
        validation.map(file -> folder.resolve(file).normalize().toString()),
        test.map(file -> folder.resolve(file).normalize().toString()),
        dialect,
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
