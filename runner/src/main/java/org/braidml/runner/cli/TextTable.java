package org.braidml.runner.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines up columns of text with two blanks between. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();
  private final int rightAligned;

  /**
   * A table.
   *
   * @param rightAligned the index of the column of numbers; -1 for none
   */
  TextTable(int rightAligned) {
    this.rightAligned = rightAligned;
  }

  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Returns the table, each line after an indent. */
  String render(String indent) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int c = 0; c < row.size(); c++) {
        String pad = " ".repeat(widths[c] - row.get(c).length());
        line.append(c == rightAligned ? pad + row.get(c) : row.get(c) + pad).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
