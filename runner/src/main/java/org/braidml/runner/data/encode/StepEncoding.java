package org.braidml.runner.data.encode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.WrongRows;
import org.braidml.runner.data.config.Truncate;
import org.braidml.runner.data.fit.FittedSequence;
import org.braidml.runner.data.fit.FittedTarget;
import org.braidml.runner.data.fit.FittedTokens;
import org.braidml.runner.data.fit.StepValues;
import org.braidml.runner.data.fit.UncutSteps;
import org.braidml.runner.data.store.Numbers;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.store.Primitive;
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

  private long[] offsets() {
    long[] offsets = new long[rows.length + 1];
    for (int i = 0; i < rows.length; i++) {
      offsets[i + 1] = offsets[i] + steps.length(i);
    }
    return offsets;
  }

  /** Returns the token that follows at each step. */
  EncodedSteps nextToken() {
    Numbers<int[]> ids = ((EncodedIds) steps).flat();
    long[] offsets = offsets();
    NumbersWriter<float[]> flat = new NumbersWriter<>(Primitive.FLOAT);
    for (int i = 0; i < rows.length; i++) {
      boolean goesOn = target.continued() && i + 1 < rows.length && rows[i + 1] == rows[i] + 1;
      int length = steps.length(i);
      int known = goesOn && steps.length(i + 1) > 0 ? length : Math.max(0, length - 1);
      int[] following = new int[known];
      if (known > 0) {
        ids.copy(offsets[i] + 1, following, 0, known);
      }
      float[] values = new float[length];
      Arrays.fill(values, Float.NaN);
      for (int t = 0; t < known; t++) {
        values[t] = following[t] - FittedTokens.UNKNOWN;
      }
      flat.add(values, length);
    }
    return new EncodedSteps(target.field(), flat.whole(), offsets);
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
      FittedSequence field, String key, Table table, Map<String, Integer> ids, Problems problems) {
    NumbersWriter<float[]> flat = new NumbersWriter<>(Primitive.FLOAT);
    WrongRows wrong = new WrongRows();
    UncutSteps uncut = UncutSteps.of(field, table);
    for (int i = 0; i < rows.length; i++) {
      List<@Nullable String> values =
          StepValues.of(table.column(target.column()), rows[i], target.delimiter());
      int length = steps.length(i);
      int extra = values.size() - length;
      int whole = extra > 0 && length == field.maxLength() ? uncut.in(rows[i]) : length;
      if (values.size() != whole) {
        wrong.add(rows[i], values.size() + " values for " + whole + " steps");
        flat.add(new float[length], length);
        continue;
      }
      float[] numbers = new float[length];
      int from = field.truncate() == Truncate.LEFT ? extra : 0;
      for (int t = 0; t < length; t++) {
        numbers[t] = value(values.get(from + t), ids);
      }
      flat.add(numbers, length);
    }
    if (wrong.any()) {
      problems.add(
          Problem.at(key + ".column")
              .what(
                  "column \""
                      + target.column()
                      + "\" has not one value for each step of the field \""
                      + target.field()
                      + "\": "
                      + wrong.text()
                      + wrong.more())
              .where(table.where(wrong.first()))
              .remedy("leave a value empty, or null in a JSON array, for a step that has none"));
    }
    return new EncodedSteps(target.field(), flat.whole(), offsets());
  }

  private static float value(@Nullable String value, Map<String, Integer> ids) {
    if (value == null) {
      return Float.NaN;
    }
    return ids.isEmpty()
        ? (float) NumberColumn.parse(value)
        : ids.getOrDefault(value, 0).floatValue();
  }
}
