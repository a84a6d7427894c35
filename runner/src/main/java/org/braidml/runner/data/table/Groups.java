package org.braidml.runner.data.table;

import java.util.Optional;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;

/** Which rows are of one group: those of one name in a column, within a file or in all files. */
public final class Groups {

  private final Table table;
  private final Optional<String> column;
  private final Optional<Column> names;
  private final boolean byFile;

  /**
   * Groups of rows.
   *
   * @param table the rows
   * @param column the column of the names; absent: all rows have one name
   * @param byFile whether groups of two files are two, whatever their names
   */
  public Groups(Table table, Optional<String> column, boolean byFile) {
    this.table = table;
    this.column = column;
    this.names = column.map(table::column);
    this.byFile = byFile;
  }

  /** Returns the group of a row; the name of one whose name is missing is empty. */
  public Group of(int row) {
    return new Group(byFile ? table.file(row) : 0, names.isEmpty() ? "" : names.get().textOf(row));
  }

  /** Returns whether a row has no name where it should have one. */
  public boolean isMissing(int row) {
    return names.isPresent() && names.get().get(row) == null;
  }

  /**
   * Tells of rows whose name is missing.
   *
   * @param key the key that names the column
   * @param problems takes what is wrong
   */
  public void tellMissing(String key, Problems problems) {
    WrongRows missing = new WrongRows();
    for (int row = 0; row < table.size(); row++) {
      if (isMissing(row)) {
        missing.add(row, "");
      }
    }
    if (missing.any()) {
      problems.add(
          Problem.at(key)
              .value('"' + column.orElse("") + '"')
              .what("the column is missing in a row" + missing.more())
              .where(table.where(missing.first()))
              .remedy("name its group, or leave it out by data.source.sql"));
    }
  }

  /**
   * A group.
   *
   * @param file the file that it is in, as {@link Table#file} tells it; 0 where files share groups
   * @param name its name
   */
  public record Group(int file, String name) {}
}
