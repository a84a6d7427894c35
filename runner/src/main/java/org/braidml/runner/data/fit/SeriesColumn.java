package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** One column that holds a series in each row. */
final class SeriesColumn {

  private SeriesColumn() {}

  /** Reads the series of all rows; tells the first that is none, and how many more. */
  static List<List<double[]>> read(
      Table table, String column, SeriesRows.Columns columns, Problems problems) {
    SeriesParser parser = new SeriesParser(columns.delimiter());
    Column texts = table.column(column);
    List<List<double[]>> rows = new ArrayList<>();
    int wrong = 0;
    int first = -1;
    String text = "";
    for (int row = 0; row < table.size(); row++) {
      if (!columns.reads(row)) {
        rows.add(List.of());
        continue;
      }
      try {
        rows.add(parser.parse(texts.textOf(row)));
      } catch (SeriesParser.WrongNumberException e) {
        rows.add(List.of());
        wrong++;
        text = first < 0 ? e.text() : text;
        first = first < 0 ? row : first;
      }
    }
    if (first >= 0) {
      problems.add(
          NumberColumn.wrong(table, column, columns.channelsKey(), first, text, wrong - 1));
    }
    return rows;
  }

  /** Puts a channel beside others, step by step; they have to be of equal length. */
  static void join(
      List<List<double[]>> rows,
      List<List<double[]>> channel,
      Table table,
      SeriesRows.Columns columns,
      Problems problems) {
    int wrong = 0;
    int first = -1;
    for (int row = 0; row < rows.size(); row++) {
      List<double[]> left = rows.get(row);
      List<double[]> right = channel.get(row);
      if (left.size() != right.size()) {
        wrong++;
        first = first < 0 ? row : first;
      }
      rows.set(row, beside(left, right));
    }
    if (first >= 0) {
      problems.add(
          Problem.at(columns.channelsKey())
              .what("the channels of a row differ in length" + NumberColumn.more(wrong - 1))
              .where(table.where(first))
              .remedy("all channels of a row have one length; missing numbers are left empty"));
    }
  }

  private static List<double[]> beside(List<double[]> left, List<double[]> right) {
    List<double[]> joined = new ArrayList<>();
    for (int t = 0; t < Math.min(left.size(), right.size()); t++) {
      double[] step = java.util.Arrays.copyOf(left.get(t), left.get(t).length + 1);
      step[step.length - 1] = right.get(t)[0];
      joined.add(step);
    }
    return joined;
  }
}
