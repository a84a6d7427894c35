package org.braidml.runner.data.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.braidml.runner.data.config.DialectConfig;
import org.braidml.runner.data.config.FileFormat;
import org.braidml.runner.data.config.FileSourceConfig;
import org.jspecify.annotations.Nullable;

/** Finds out how a file of rows is to be read: character set, delimiter, quotes and header. */
public final class Sniffer {

  private static final int SAMPLE = 1000;

  private final Path file;
  private final String name;

  private Sniffer(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  /**
   * Returns the settings for a file.
   *
   * @param file the file, which is there
   * @param name how the settings are to name it
   * @throws IOException if it cannot be read
   */
  public static FileSourceConfig of(Path file, String name) throws IOException {
    return new Sniffer(file, name).settings();
  }

  private FileSourceConfig settings() throws IOException {
    FileFormat format = FileFormat.ofName(name);
    if (format == FileFormat.PARQUET || format == FileFormat.JSONL) {
      return config(format, Optional.empty(), true, StandardCharsets.UTF_8);
    }
    Charset charset = charset();
    for (char delimiter : new char[] {'\t', ',', ';', '|'}) {
      boolean tabs = delimiter == '\t';
      Dialect dialect =
          new Dialect(
              tabs ? FileFormat.TSV : FileFormat.CSV,
              String.valueOf(delimiter),
              tabs ? "" : "\"",
              true,
              List.of(),
              charset,
              List.of(""));
      List<List<String>> records = records(dialect);
      if (even(records)) {
        Optional<String> given =
            delimiter == ';' || delimiter == '|'
                ? Optional.of(String.valueOf(delimiter))
                : Optional.empty();
        return config(dialect.format(), given, header(records), charset);
      }
    }
    return config(format, Optional.empty(), true, charset);
  }

  private FileSourceConfig config(
      FileFormat format, Optional<String> delimiter, boolean header, Charset charset) {
    return FileSourceConfig.of(
        name,
        new DialectConfig(
            format, delimiter, Optional.empty(), header, List.of(), charset.name(), List.of("")));
  }

  private Charset charset() throws IOException {
    try (var reader = new TextFile(file, StandardCharsets.UTF_8).open()) {
      reader.transferTo(Writer.nullWriter());
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private List<List<String>> records(Dialect dialect) throws IOException {
    List<List<String>> records = new ArrayList<>();
    try (var scanner = new RecordScanner(new TextFile(file, dialect.charset()).open(), dialect)) {
      @Nullable List<String> record = scanner.next();
      while (record != null && records.size() < SAMPLE) {
        if (!DelimitedRows.blank(record)) {
          records.add(record);
        }
        record = scanner.next();
      }
    }
    return records;
  }

  private static boolean even(List<List<String>> records) {
    return !records.isEmpty()
        && records.get(0).size() > 1
        && records.stream().allMatch(record -> record.size() == records.get(0).size());
  }

  /** A header has no numbers, no value twice, and none that stands below it again. */
  private static boolean header(List<List<String>> records) {
    List<String> first = records.get(0);
    Set<String> names = new HashSet<>(first);
    boolean numbers =
        first.stream().anyMatch(value -> !Double.isNaN(NumberColumn.parse(value.strip())));
    if (numbers || names.size() < first.size()) {
      return false;
    }
    for (List<String> record : records.subList(1, records.size())) {
      for (int i = 0; i < first.size(); i++) {
        if (!first.get(i).isEmpty() && record.get(i).equals(first.get(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
