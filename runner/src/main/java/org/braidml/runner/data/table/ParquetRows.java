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
    types.putAll(database.types("SELECT * FROM " + from(readable, List.of())));
    return new ArrayList<>(types.keySet());
  }

  @Override
  public Map<String, String> expressions(List<String> names) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (String name : names) {
      expressions.put(name, DuckDb.asText(name, types.getOrDefault(name, "")));
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
