package org.braidml.runner.data;

import org.braidml.runner.data.table.NumberColumn;

/** The rows in which one thing is wrong: the first that was met, and how many more. */
public final class WrongRows {

  private int first = -1;
  private int count;
  private String text = "";

  /**
   * Counts a row.
   *
   * @param row which row
   * @param what what is wrong in it, for the message if it is the first
   */
  public void add(int row, String what) {
    if (count++ == 0) {
      first = row;
      text = what;
    }
  }

  /** Returns whether there are any. */
  public boolean any() {
    return count > 0;
  }

  /** Returns the first row. */
  public int first() {
    return first;
  }

  /** Returns what is wrong in the first row. */
  public String text() {
    return text;
  }

  /** Returns how many there are beside the first. */
  public int others() {
    return count - 1;
  }

  /** Returns what a message adds when there are others. */
  public String more() {
    return NumberColumn.more(others());
  }
}
