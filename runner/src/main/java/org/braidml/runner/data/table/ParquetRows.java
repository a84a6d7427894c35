package org.braidml.runner.data.table;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a Parquet file. Numbers, dates and truths become their text, lists JSON arrays. */
final class ParquetRows implements RowFormat {

  private final Map<String, String> types = new LinkedHashMap<>();

  @Override
  public List<String> names(DuckDb database, String readable) throws SQLException {
    Map<String, Column> described =
        database.columns("DESCRIBE SELECT * FROM " + from(readable, List.of()));
    List<Column> columns =
        List.copyOf(described.values()); // name, type, and what is of no use here
    for (int i = 0; i < columns.get(0).size(); i++) {
      types.put(columns.get(0).textOf(i), columns.get(1).textOf(i));
    }
    return new ArrayList<>(types.keySet());
  }

  @Override
  public Map<String, String> expressions(List<String> names) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (String name : names) {
      String type = types.getOrDefault(name, "");
      boolean nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
      String column = DuckDb.name(name);
      expressions.put(name, nested ? "to_json(" + column + ")::VARCHAR" : column + "::VARCHAR");
    }
    return expressions;
  }

  @Override
  public String from(String readable, List<String> names) {
    return "read_parquet(" + readable + ")";
  }

  @Override
  public List<Fault> faults(List<String> names, String shown) {
    return List.of();
  }

  /** A Parquet file has no lines: messages tell rows. */
  @Override
  public int[] lines() {
    return new int[0];
  }
}
