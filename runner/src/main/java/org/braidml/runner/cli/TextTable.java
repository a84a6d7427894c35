package org.braidml.runner.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines up columns of text with two blanks between; a cell may have several lines. */
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
        widths[c] =
            Math.max(widths[c], row.get(c).lines().mapToInt(String::length).max().orElse(0));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      long lines = row.stream().mapToLong(cell -> cell.lines().count()).max().orElse(1);
      for (int i = 0; i < lines; i++) {
        text.append((indent + line(row, i, widths)).stripTrailing()).append('\n');
      }
    }
    return text.toString();
  }

  private String line(List<String> row, int index, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      String cell = row.get(c).lines().skip(index).findFirst().orElse("");
      String pad = " ".repeat(widths[c] - cell.length());
      line.append(c == rightAligned ? pad + cell : cell + pad).append("  ");
    }
    return line.toString();
  }
}
