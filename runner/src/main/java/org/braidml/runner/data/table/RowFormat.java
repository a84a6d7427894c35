package org.braidml.runner.data.table;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One way in which a file holds rows. */
sealed interface RowFormat permits DelimitedRows, JsonRows, ParquetRows {

  /** Returns the names of the columns; empty if the file is. */
  List<String> names(DuckDb database, String readable) throws IOException, SQLException;

  /** Returns for each column the SQL expression of its text. */
  Map<String, String> expressions(List<String> names);

  /** Returns the SQL that reads the rows. */
  String from(String readable, List<String> names);

  /**
   * Returns what is wrong with the file, after DuckDB refused it.
   *
   * @param names the names of its columns
   * @param shown the name of the file, for messages
   */
  List<Fault> faults(List<String> names, String shown) throws IOException;

  /** Returns the line, from 1, on which each row begins. */
  int[] lines() throws IOException;
}
