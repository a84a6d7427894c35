package org.braidml.runner.data.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedSeries;
import org.braidml.runner.data.fit.FittedTarget;
import org.braidml.runner.data.fit.FittedText;
import org.braidml.runner.data.fit.FittedTokens;
import org.braidml.runner.data.fit.StepValues;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;
import org.jspecify.annotations.Nullable;

/** Targets of one value a step, beside the steps of their field. */
final class StepEncoding {

  private final FittedTarget target;
  private final EncodedField steps;
  private final int[] rows;

  StepEncoding(FittedTarget target, EncodedField steps, int[] rows) {
    this.target = target;
    this.steps = steps;
    this.rows = rows;
  }

  private int[] offsets() {
    int[] offsets = new int[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      offsets[i + 1] = offsets[i] + steps.length(i);
    }
    return offsets;
  }

  /** Returns the token that follows at each step. */
  EncodedSteps nextToken() {
    int[] ids = ((EncodedIds) steps).all();
    int[] offsets = offsets();
    float[] flat = new float[ids.length];
    Arrays.fill(flat, Float.NaN);
    for (int i = 0; i < rows.length; i++) {
      boolean goesOn = target.continued() && i + 1 < rows.length && rows[i + 1] == rows[i] + 1;
      int known = goesOn && steps.length(i + 1) > 0 ? offsets[i + 1] : offsets[i + 1] - 1;
      for (int t = offsets[i]; t < known; t++) {
        flat[t] = ids[t + 1] - FittedTokens.UNKNOWN;
      }
    }
    return new EncodedSteps(target.field(), flat, offsets);
  }

  /**
   * Returns the values of a column, cut as the field is.
   *
   * @param field the field, which says how longer rows are cut
   * @param key of the target, for messages
   * @param table the rows
   * @param ids of the labels; empty for numbers
   * @param problems takes rows whose values are not as many as their steps
   */
  EncodedSteps column(
      FittedField field, String key, Table table, Map<String, Integer> ids, Problems problems) {
    int[] offsets = offsets();
    float[] flat = new float[offsets[rows.length]];
    int wrong = 0;
    String first = "";
    String where = "";
    for (int i = 0; i < rows.length; i++) {
      List<@Nullable String> values =
          StepValues.of(table.column(target.column()), rows[i], target.delimiter());
      int length = steps.length(i);
      int extra = values.size() - length;
      if (extra != 0 && !(extra > 0 && length == longest(field))) {
        if (wrong++ == 0) {
          first = values.size() + " values for " + length + " steps";
          where = table.where(rows[i]);
        }
        continue;
      }
      int from = cut(field) == Truncate.LEFT ? extra : 0;
      for (int t = 0; t < length; t++) {
        flat[offsets[i] + t] = value(values.get(from + t), ids);
      }
    }
    if (wrong > 0) {
      problems.add(
          Problem.at(key + ".column")
              .what(
                  "column \""
                      + target.column()
                      + "\" has not one value for each step of the field \""
                      + target.field()
                      + "\": "
                      + first
                      + NumberColumn.more(wrong - 1))
              .where(where)
              .remedy("leave a value empty, or null in a JSON array, for a step that has none"));
    }
    return new EncodedSteps(target.field(), flat, offsets);
  }

  private static float value(@Nullable String value, Map<String, Integer> ids) {
    if (value == null) {
      return Float.NaN;
    }
    return ids.isEmpty()
        ? (float) NumberColumn.parse(value)
        : ids.getOrDefault(value, 0).floatValue();
  }

  private static int longest(FittedField field) {
    if (field instanceof FittedText text) {
      return text.maxLength();
    }
    FittedSeries series = (FittedSeries) field;
    return series.length() > 0 ? series.length() : series.maxLength();
  }

  private static Truncate cut(FittedField field) {
    return field instanceof FittedText text ? text.truncate() : ((FittedSeries) field).truncate();
  }
}
