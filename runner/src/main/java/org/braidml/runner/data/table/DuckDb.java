package org.braidml.runner.data.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.braidml.runner.data.store.HeapRoom;
import org.braidml.runner.data.store.TextsWriter;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** An embedded database in memory that fetches nothing from elsewhere. Closed by its user. */
final class DuckDb implements AutoCloseable {

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static DuckDb open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("preserve_insertion_order", "true");
    settings.setProperty("threads", "1");
    // Results are not streamed: what fails after the first rows of a stream ends it without a word.
    settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "false");
    return new DuckDb(DriverManager.getConnection("jdbc:duckdb:", settings));
  }

  /** From here on, no query reads or writes a file. */
  void lock() throws SQLException {
    execute("SET enable_external_access = false");
    execute("SET lock_configuration = true");
  }

  void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** Makes a table of text. */
  void create(String table, Table rows) throws SQLException {
    List<String> names = rows.names();
    execute(
        "CREATE TABLE "
            + name(table)
            + names.stream()
                .map(column -> name(column) + " VARCHAR")
                .collect(Collectors.joining(", ", " (", ")")));
    DuckDBConnection open = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender appender = open.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
      for (int row = 0; row < rows.size(); row++) {
        appender.beginRow();
        for (String column : names) {
          appender.append(rows.column(column).get(row));
        }
        appender.endRow();
      }
    }
  }

  /** Returns the columns of a result, by name, in order. */
  Map<String, Column> columns(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      HeapRoom room = new HeapRoom();
      List<TextsWriter> values = Stream.generate(() -> new TextsWriter(room)).limit(width).toList();
      boolean whole = false;
      try {
        while (rows.next()) {
          for (int i = 0; i < width; i++) {
            values.get(i).add(rows.getString(i + 1));
          }
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < width; i++) {
          columns.put(
              rows.getMetaData().getColumnName(i + 1),
              Column.computed(values.get(i).size(), values.get(i).whole()));
        }
        whole = true;
        return columns;
      } finally {
        if (!whole) {
          values.forEach(TextsWriter::discard);
        }
      }
    }
  }

  /** Returns the types of the columns of a query, by name, in order. */
  Map<String, String> types(String query) throws SQLException {
    // name, type, and what is of no use here
    List<Column> described = List.copyOf(columns("DESCRIBE " + query).values());
    Map<String, String> types = new LinkedHashMap<>();
    for (int i = 0; i < described.get(0).size(); i++) {
      types.put(described.get(0).textOf(i), described.get(1).textOf(i));
    }
    return types;
  }

  /** A column as text, in SQL: lists and what else holds values become JSON. */
  static String asText(String column, String type) {
    boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
    return (nested ? "to_json(" + name(column) + ")" : name(column)) + "::VARCHAR";
  }

  /** A text as SQL. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** The name of a file as SQL: each of its characters stands for itself. */
  static String file(Path file) {
    return text(file.toString().replaceAll("[*?\\[]", "[$0]"));
  }

  /** A name as SQL. */
  static String name(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  /** An expression that is null where its value is one of these. */
  static String nullIf(String expression, Collection<String> nullValues) {
    if (nullValues.isEmpty()) {
      return expression;
    }
    String list = nullValues.stream().map(DuckDb::text).collect(Collectors.joining(", "));
    return "CASE WHEN " + expression + " IN (" + list + ") THEN NULL ELSE " + expression + " END";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
