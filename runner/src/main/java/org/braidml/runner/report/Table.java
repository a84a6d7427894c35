package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a page. The first cell of a row is its header.
 *
 * @param caption what it shows
 * @param columns their headers
 * @param rows as many cells each as there are columns
 */
public record Table(String caption, List<Cell> columns, List<Row> rows) {

  /**
   * One line of a table.
   *
   * @param head its first cell
   * @param cells the others
   */
  public record Row(Cell head, List<Cell> cells) {}

  /**
   * One cell.
   *
   * @param text what it says
   * @param number whether it is set as a number
   * @param strong whether it stands out
   * @param note small print below the text, or empty
   */
  public record Cell(String text, boolean number, boolean strong, String note) {

    private static final int LONG = 60;

    /** A cell of plain text. */
    public static Cell of(String text) {
      return new Cell(text, false, false, "");
    }

    /** The same with small print. */
    public Cell withNote(String note) {
      return new Cell(text, number, strong, note);
    }

    /** The same, standing out or not. */
    public Cell strongIf(boolean strong) {
      return new Cell(text, number, strong, note);
    }

    private Cell withNumber(boolean number) {
      return new Cell(text, number, strong, note);
    }

    /** Returns whether the text is so long that a column must not be narrow for it. */
    boolean isLong() {
      return !number && text.length() > LONG;
    }

    /** Returns whether there is small print. */
    public boolean hasNote() {
      return !note.isEmpty();
    }
  }

  /** Begins a table with its caption. */
  public static Builder of(String caption) {
    return new Builder(caption);
  }

  /** Returns whether there is no row. */
  public boolean empty() {
    return rows.isEmpty();
  }

  /** Collects columns, then rows. */
  public static final class Builder {

    private final String caption;
    private final List<Cell> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Builder(String caption) {
      this.caption = caption;
    }

    /** Adds columns of text. */
    public Builder text(String... names) {
      for (String name : names) {
        columns.add(Cell.of(name));
      }
      return this;
    }

    /** Adds columns of numbers, which stand at the right. */
    public Builder numbers(String... names) {
      for (String name : names) {
        columns.add(Cell.of(name).withNumber(true));
      }
      return this;
    }

    /** Adds a row of plain cells, one a column. */
    public Builder row(String... texts) {
      List<Cell> cells = new ArrayList<>();
      for (String text : texts) {
        cells.add(Cell.of(text));
      }
      return row(cells);
    }

    /** Adds a row, one cell a column. */
    public Builder row(List<Cell> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            caption + ": " + cells.size() + " cells for " + columns.size() + " columns");
      }
      List<Cell> aligned = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        aligned.add(cells.get(i).withNumber(columns.get(i).number()));
      }
      rows.add(new Row(aligned.get(0), List.copyOf(aligned.subList(1, aligned.size()))));
      return this;
    }

    /** Returns the table. */
    public Table build() {
      return new Table(caption, List.copyOf(columns), List.copyOf(rows));
    }
  }
}
