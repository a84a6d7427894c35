package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;
import org.jspecify.annotations.Nullable;

/** The series of all rows, as plain numbers: each row step after step, NaN where missing. */
public final class SeriesRows {

  private final double[][] rows;
  private final int width;

  private SeriesRows(double[][] rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  /** Returns F, without indicators. */
  public int width() {
    return width;
  }

  /** Returns how many steps a row has. */
  public int length(int row) {
    return rows[row].length / width;
  }

  /** Returns the numbers of a row, step after step. */
  public double[] row(int row) {
    return rows[row];
  }

  /**
   * Reads the series of all rows and tells what is wrong.
   *
   * @param width F, or 0 to take it from the first row of {@code sample} that has a step
   * @param sample the rows that tell F
   */
  static SeriesRows read(Table table, Columns columns, int width, int[] sample, Problems problems) {
    List<List<double[]>> parsed =
        columns.steps().isEmpty()
            ? channels(table, columns, problems)
            : steps(table, columns, problems);
    int wide = width > 0 ? width : widthOf(parsed, sample);
    double[][] rows = new double[table.size()][];
    int wrong = 0;
    int first = -1;
    for (int row = 0; row < rows.length; row++) {
      double @Nullable [] flat = flat(parsed.get(row), wide, columns);
      rows[row] = flat == null ? new double[0] : flat;
      if (flat == null) {
        wrong++;
        first = first < 0 ? row : first;
      }
    }
    if (first >= 0) {
      problems.add(
          Problem.at(columns.key())
              .what("a step has not " + wide + " numbers" + NumberColumn.more(wrong - 1))
              .where(table.where(first))
              .remedy("every step of every row has the same count of numbers"));
    }
    return new SeriesRows(rows, wide);
  }

  private static int widthOf(List<List<double[]>> parsed, int[] sample) {
    for (int row : sample) {
      if (!parsed.get(row).isEmpty()) {
        return parsed.get(row).get(0).length;
      }
    }
    return 1;
  }

  /** Returns the steps of a row that are not cut off. */
  static List<double[]> kept(List<double[]> steps, int maxLength, Truncate truncate) {
    int beyond = Math.max(0, steps.size() - maxLength);
    int first = truncate == Truncate.LEFT ? beyond : 0;
    return steps.subList(first, first + steps.size() - beyond);
  }

  private static double @Nullable [] flat(List<double[]> steps, int width, Columns columns) {
    List<double[]> kept = kept(steps, columns.maxLength(), columns.truncate());
    double[] flat = new double[kept.size() * width];
    for (int t = 0; t < kept.size(); t++) {
      double[] step = kept.get(t);
      if (step.length != width) {
        return null;
      }
      System.arraycopy(step, 0, flat, t * width, width);
    }
    return flat;
  }

  private static List<List<double[]>> steps(Table table, Columns columns, Problems problems) {
    List<double[]> numbers = new ArrayList<>();
    for (String column : columns.steps()) {
      numbers.add(NumberColumn.of(table, column, columns.key() + ".steps", problems));
    }
    List<List<double[]>> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      int length = numbers.size();
      while (length > 0 && Double.isNaN(numbers.get(length - 1)[row])) {
        length--;
      }
      length = columns.reads(row) ? length : 0;
      List<double[]> steps = new ArrayList<>(length);
      for (double[] step : numbers.subList(0, length)) {
        steps.add(new double[] {step[row]});
      }
      rows.add(steps);
    }
    return rows;
  }

  private static List<List<double[]>> channels(Table table, Columns columns, Problems problems) {
    List<List<double[]>> rows = new ArrayList<>();
    boolean first = true;
    int before = problems.size();
    for (String column : columns.channels()) {
      List<List<double[]>> channel = SeriesColumn.read(table, column, columns, problems);
      if (first) {
        rows = channel;
      } else {
        // a row that could not be read is told once
        Problems told = problems.size() > before ? new Problems() : problems;
        SeriesColumn.join(rows, channel, table, columns, told);
      }
      first = false;
    }
    return rows;
  }

  /** Which columns hold the series, and how. */
  record Columns(
      String key,
      List<String> steps,
      List<String> channels,
      String delimiter,
      int maxLength,
      Truncate truncate,
      String place,
      Optional<BitSet> only) {

    /** Returns the key that names the columns of channels. */
    String channelsKey() {
      return key + place;
    }

    /** Returns whether a row is read; others have no step. */
    boolean reads(int row) {
      return only.isEmpty() || only.get().get(row);
    }
  }

  /** Reads the series of some rows as a fitted field wants them; others have no step. */
  public static SeriesRows read(
      FittedSeries field, String key, Table table, int[] rows, Problems problems) {
    BitSet only = new BitSet(table.size());
    IntStream.of(rows).forEach(only::set);
    Columns columns =
        new Columns(
            key,
            field.steps(),
            field.channels(),
            field.delimiter(),
            field.maxLength(),
            field.truncate(),
            ".channels",
            Optional.of(only));
    return read(table, columns, field.scales().size(), new int[0], problems);
  }
}
