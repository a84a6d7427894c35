package org.braidml.runner.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The reading of one file. */
final class FileRead {

  private final Dialect dialect;
  private final Query query;
  private final FileProblems told;
  private final RowFormat format;
  private final TextFile file;
  private final BitSet without;

  FileRead(TextFile file, Dialect dialect, Query query, FileProblems told) {
    this(file, dialect, query, told, new BitSet());
  }

  /** A reading of a copy that lacks some lines. */
  private FileRead(TextFile file, Dialect dialect, Query query, FileProblems told, BitSet without) {
    this.file = file;
    this.without = without;
    this.dialect = dialect;
    this.query = query;
    this.told = told;
    this.format =
        switch (dialect.format()) {
          case JSONL -> new JsonRows(file);
          case PARQUET -> new ParquetRows();
          default -> new DelimitedRows(file, dialect);
        };
  }

  /**
   * Reads the rows of a file of the usual kind, of which no query is asked.
   *
   * @param path the file
   * @param wanted the columns to read
   * @return the rows; empty if the file is of another kind, of which {@link #rows} reads them
   */
  Optional<Table> plainRows(Path path, Set<String> wanted) throws IOException {
    if (!(format instanceof DelimitedRows delimited) || query.sql().isPresent()) {
      return Optional.empty();
    }
    List<String> names = delimited.names();
    if (Set.copyOf(names).size() < names.size()) {
      return Optional.empty();
    }
    return new PlainFile(dialect, names)
        .columns(path, wanted)
        .map(columns -> Table.of(names, columns, places(columns)))
        .filter(table -> table.size() > 0);
  }

  private Places places(Map<String, Column> columns) {
    int rows = columns.values().iterator().next().size();
    return new FilePlaces(told.shown(), format, rows, without);
  }

  /**
   * Reads the rows.
   *
   * @param plain a copy of the file as plain UTF-8, or the file itself if it is none of text
   * @param wanted the columns to read
   */
  Optional<Table> rows(Path plain, Set<String> wanted) throws IOException {
    List<String> names = List.of();
    try (DuckDb database = DuckDb.open()) {
      String readable = DuckDb.file(plain);
      names = format.names(database, readable);
      if (names.isEmpty()) {
        told.empty();
        return Optional.empty();
      }
      if (told.twice(names)) {
        return Optional.empty();
      }
      return query.sql().isPresent()
          ? query(database, names, readable)
          : plain(database, names, readable, wanted);
    } catch (SQLException e) {
      List<Fault> faults =
          format.faults(names, told.shown()).stream()
              .filter(fault -> !without.get(fault.line()))
              .toList();
      if (told.leavesOut(faults)) {
        return without(faults, wanted);
      }
      told.refused(faults, e);
      return Optional.empty();
    }
  }

  /** Reads a copy without the lines of faulty records. */
  private Optional<Table> without(List<Fault> faults, Set<String> wanted) throws IOException {
    told.leftOut(faults);
    BitSet lines = new BitSet();
    faults.forEach(fault -> lines.set(fault.line(), fault.last() + 1));
    Path copy = file.plain(dialect.header(), dialect.quoted(), lines);
    try {
      return new FileRead(file, dialect, query, told, lines).rows(copy, wanted);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private Optional<Table> plain(
      DuckDb database, List<String> names, String readable, Set<String> wanted)
      throws SQLException {
    Map<String, String> expressions = new LinkedHashMap<>(format.expressions(names));
    if (expressions.keySet().stream().anyMatch(wanted::contains)) {
      expressions.keySet().retainAll(wanted);
    }
    Map<String, Column> columns =
        database.columns(select(expressions) + " FROM " + format.from(readable, names));
    Map<String, Column> renamed = renamed(columns, expressions);
    return table(names, renamed, places(renamed));
  }

  /** DuckDB's names ignore case and so may have been changed; ours do not. */
  private static Map<String, Column> renamed(
      Map<String, Column> columns, Map<String, String> expressions) {
    Map<String, Column> renamed = new LinkedHashMap<>();
    var column = columns.values().iterator();
    expressions.keySet().forEach(name -> renamed.put(name, column.next()));
    return renamed;
  }

  private Optional<Table> query(DuckDb database, List<String> names, String readable)
      throws SQLException {
    database.execute(
        "CREATE TABLE source AS "
            + select(format.expressions(names))
            + " FROM "
            + format.from(readable, names));
    return query.ask(database, told);
  }

  private Optional<Table> table(List<String> names, Map<String, Column> columns, Places places) {
    Table table = Table.of(names, columns, places);
    if (table.size() == 0) {
      told.noRows(names);
      return Optional.empty();
    }
    return Optional.of(table);
  }

  private String select(Map<String, String> expressions) {
    return expressions.entrySet().stream()
        .map(
            entry ->
                DuckDb.nullIf(entry.getValue(), dialect.nullValues())
                    + " AS "
                    + DuckDb.name(entry.getKey()))
        .collect(Collectors.joining(", ", "SELECT ", ""));
  }
}
