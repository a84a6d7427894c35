package org.braidml.runner.report;

/**
 * A chart of a page, with what stands for it where it cannot be seen.
 *
 * @param id of its element
 * @param title above it
 * @param note below the title: how to read it
 * @param alternative one or two sentences that say what it shows
 * @param box its height and least width
 * @param data what the script draws
 * @param table the same as a table
 */
public record Chart(
    String id,
    String title,
    String note,
    String alternative,
    Box box,
    ChartData data,
    Table table) {

  /**
   * The room of a chart, in CSS pixels.
   *
   * @param height of the chart
   * @param width the least; the chart scrolls sideways where there is less
   * @param wide whether it takes a row of its own
   */
  public record Box(int height, int width, boolean wide) {

    /** Of most charts. */
    public static final Box USUAL = new Box(320, 0, false);
  }
}
