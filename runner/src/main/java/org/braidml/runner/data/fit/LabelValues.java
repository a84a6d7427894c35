package org.braidml.runner.data.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.braidml.runner.data.table.Table;

/** The labels of rows. */
public final class LabelValues {

  private LabelValues() {}

  /** Returns the labels that a row lists. */
  static List<String> listed(Table table, String column, int row, String delimiter) {
    return StepValues.of(table.column(column), row, delimiter).stream()
        .filter(Objects::nonNull)
        .toList();
  }

  /** Returns 1 for true, 0 for false, NaN for anything else. */
  static double truth(Table table, String column, int row) {
    return NumberReading.TRUTH.parse(table.column(column).textOf(row).strip());
  }

  /**
   * Returns of some rows whether they have each label, row after row: 1 if so, else 0.
   *
   * @param target fitted
   * @param table the rows, checked by fitting
   * @param rows which of them
   * @throws IllegalArgumentException if a row has a label that was not fitted
   */
  public static float[] of(FittedTarget target, Table table, int[] rows) {
    List<String> labels = target.classes();
    Map<String, Integer> places = new HashMap<>();
    labels.forEach(label -> places.put(label, places.size()));
    float[] values = new float[rows.length * labels.size()];
    for (int i = 0; i < rows.length; i++) {
      int from = i * labels.size();
      if (target.column().isEmpty()) {
        for (int k = 0; k < labels.size(); k++) {
          values[from + k] = (float) truth(table, labels.get(k), rows[i]);
        }
      } else {
        for (String label : listed(table, target.column(), rows[i], target.delimiter())) {
          Integer place = places.get(label);
          if (place == null) {
            throw new IllegalArgumentException(
                table.where(rows[i]) + ": label \"" + label + "\" was not fitted");
          }
          values[from + place] = 1;
        }
      }
    }
    return values;
  }
}
