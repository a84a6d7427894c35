package org.braidml.runner.data.table;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a file of JSON objects, one a line. */
final class JsonRows implements RowFormat {

  private final TextFile file;

  JsonRows(TextFile file) {
    this.file = file;
  }

  @Override
  public List<String> names(DuckDb database, String readable) throws SQLException {
    Column keys =
        database
            .columns(
                "SELECT k FROM (SELECT i, unnest(json_keys(json)) AS k,"
                    + " generate_subscripts(json_keys(json), 1) AS j FROM"
                    + " (SELECT json, row_number() OVER () AS i FROM "
                    + from(readable, List.of())
                    + ")) GROUP BY k ORDER BY min((i, j))")
            .get("k");
    List<String> names = new ArrayList<>();
    for (int i = 0; keys != null && i < keys.size(); i++) {
      names.add(keys.textOf(i));
    }
    return names;
  }

  @Override
  public Map<String, String> expressions(List<String> names) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (String name : names) {
      String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
      expressions.put(name, "json_extract_string(json, " + DuckDb.text(pointer) + ")");
    }
    return expressions;
  }

  @Override
  public String from(String readable, List<String> names) {
    // DuckDB takes any value for a row, which would then lack all columns.
    return "(SELECT CASE WHEN json_type(json) = 'OBJECT' THEN json"
        + " ELSE error('not a JSON object') END AS json FROM read_json_objects("
        + readable
        + ", format = 'newline_delimited'))";
  }

  @Override
  public List<Fault> faults(List<String> names, String shown) throws IOException {
    List<Fault> faults = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(file.open())) {
      int line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        String fault = text.isBlank() ? "" : fault(text);
        if (!fault.isEmpty()) {
          faults.add(Fault.ofRecord(shown, line, line, text, fault));
        }
      }
    }
    return faults;
  }

  private static String fault(String text) {
    try {
      return WholeJson.read(text).isObject()
          ? ""
          : "not a JSON object: " + NumberColumn.shortened(text);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      return "not JSON"
          + (at == null ? "" : ", from character " + at.getColumnNr() + " on")
          + ": "
          + NumberColumn.shortened(text);
    }
  }

  @Override
  public int[] lines() throws IOException {
    List<Integer> lines = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(file.open())) {
      int line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        if (!text.isBlank()) {
          lines.add(line);
        }
      }
    }
    return lines.stream().mapToInt(Integer::intValue).toArray();
  }
}
