package org.braidml.runner.data.fit;

import java.util.List;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;

/** How many steps the rows of a field have before longer ones are cut. Used by one thread. */
public final class UncutSteps {

  private final FittedSequence field;
  private final List<Column> columns;

  private UncutSteps(FittedSequence field, List<Column> columns) {
    this.field = field;
    this.columns = columns;
  }

  /**
   * The steps of a field.
   *
   * @param field the field, of texts or of series
   * @param table the rows, checked by fitting
   */
  public static UncutSteps of(FittedSequence field, Table table) {
    List<Column> columns = field.sourceColumns().stream().map(table::column).toList();
    return new UncutSteps(field.uncut(), columns);
  }

  /** Returns how many steps a row has. */
  public int in(int row) {
    String text = columns.get(0).textOf(row);
    if (field instanceof FittedText words) {
      return words.ids(text).length;
    }
    FittedSeries read = (FittedSeries) field;
    return read.steps().isEmpty() ? SeriesSteps.count(text, read.delimiter()) : inColumns(row);
  }

  /** Columns at the end that a row lacks are none of its steps. */
  private int inColumns(int row) {
    int count = columns.size();
    while (count > 0 && columns.get(count - 1).textOf(row).isBlank()) {
      count--;
    }
    return count;
  }
}
