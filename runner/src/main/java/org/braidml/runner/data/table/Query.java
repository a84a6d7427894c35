package org.braidml.runner.data.table;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

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

  /** Makes the tables that the query may read beside {@code source}. */
  void prepare(DuckDb database) throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put(SIDE, Column.of(side));
    database.create(FILE, Table.of(List.of(SIDE), columns, row -> FILE));
    for (Map.Entry<String, Table> table : tables.entrySet()) {
      database.create(table.getKey(), table.getValue());
    }
  }
}
