package org.braidml.runner.data;

import org.braidml.runner.data.table.NumberColumn;

/**
 * A row that was left out.
 *
 * @param where its place, as {@code reviews.csv:57}
 * @param column the column at fault, or empty if the whole record is
 * @param value what the column, or else the record, holds
 * @param reason what is wrong with it
 */
public record RefusedRow(String where, String column, String value, String reason) {

  /** Returns what is wrong in a few words. */
  public String said() {
    return column.isEmpty()
        ? reason
        : "column \"%s\" holds \"%s\", %s".formatted(column, NumberColumn.shortened(value), reason);
  }
}
