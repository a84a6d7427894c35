package org.braidml.runner.data.table;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.JoinedFileConfig;

/**
 * What is asked of a file beside reading its rows.
 *
 * @param sql the query over the table {@code source}, if there is one
 * @param side what the file is for, as the table {@code file} tells it
 * @param tables what else the query may read, by name
 */
record Query(Optional<String> sql, String side, SortedMap<String, Table> tables) {

  private static final String FILE = "file";
  private static final String SIDE = "side";
  private static final String NAME = "name";

  /** Makes the tables that the query may read beside {@code source}. */
  private void prepare(DuckDb database, String name) throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put(SIDE, Column.of(side));
    columns.put(NAME, Column.of(name));
    database.create(FILE, Table.of(List.of(SIDE, NAME), columns, row -> FILE));
    for (Map.Entry<String, Table> table : tables.entrySet()) {
      database.create(table.getKey(), table.getValue());
    }
  }

  /**
   * A query of a source; empty if a file that it joins cannot be read.
   *
   * @param key the key of the file that is asked, which tells its side
   */
  static Optional<Query> of(
      Optional<String> sql,
      Map<String, JoinedFileConfig> joined,
      String key,
      Path folder,
      Problems problems) {
    SortedMap<String, Table> tables = new TreeMap<>();
    joined.forEach(
        (name, file) ->
            new TableReader(file.asSource(), folder, problems)
                .read("data.source.tables." + name + ".path", file.path(), Set.of())
                .ifPresent(table -> tables.put(name, table)));
    String side = key.substring(key.lastIndexOf('.') + 1);
    return tables.size() < joined.size()
        ? Optional.empty()
        : Optional.of(new Query(sql, side.equals("path") ? "train" : side, tables));
  }

  private static boolean holdsRows(DuckDb database) throws SQLException {
    Map<String, Column> first = database.columns("SELECT 1 AS held FROM source LIMIT 1");
    return first.values().iterator().next().size() > 0;
  }

  /** Asks the query of the table {@code source}; empty if it is refused or finds nothing. */
  Optional<Table> ask(DuckDb database, FileProblems told) throws SQLException {
    prepare(database, told.shown());
    database.lock();
    Map<String, Column> columns;
    try {
      String inner = sql.orElse("").strip().replaceFirst(";\\s*$", "");
      database.execute("CREATE TABLE result AS " + inner);
      columns = database.columns(texts(database.types("SELECT * FROM result")));
    } catch (SQLException e) {
      told.queryRefused(e);
      return Optional.empty();
    }
    String shown = told.shown();
    List<String> names = List.copyOf(columns.keySet());
    Table table =
        Table.of(names, columns, row -> shown + ", row " + (row + 1) + " of the result of sql");
    if (table.size() == 0) {
      if (holdsRows(database)) {
        told.noResult();
      } else {
        told.noRows(names);
      }
      return Optional.empty();
    }
    return Optional.of(table);
  }

  private static String texts(Map<String, String> types) {
    return types.entrySet().stream()
        .map(
            column ->
                DuckDb.asText(column.getKey(), column.getValue())
                    + " AS "
                    + DuckDb.name(column.getKey()))
        .collect(Collectors.joining(", ", "SELECT ", " FROM result"));
  }
}
