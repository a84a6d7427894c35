package org.braidml.runner.data.encode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.fit.Cut;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedSequence;
import org.braidml.runner.data.fit.FittedSeries;
import org.braidml.runner.data.fit.FittedStatics;
import org.braidml.runner.data.fit.FittedTarget;
import org.braidml.runner.data.fit.FittedText;
import org.braidml.runner.data.fit.FittedTokens;
import org.braidml.runner.data.fit.LabelValues;
import org.braidml.runner.data.fit.ListCheck;
import org.braidml.runner.data.store.NumbersWriter;
import org.braidml.runner.data.store.Primitive;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Turns rows into examples, by what was fitted. */
public final class Encoder {

  private final FittedFeatures features;
  private final Problems problems;

  /**
   * An encoder.
   *
   * @param features what was fitted
   * @param problems takes what is wrong with the rows
   */
  public Encoder(FittedFeatures features, Problems problems) {
    this.features = features;
    this.problems = problems;
  }

  /** Encodes rows with their targets; these must have been checked by fitting. */
  public Examples withTargets(Table table, int[] rows) {
    Map<String, float[]> targets = new HashMap<>();
    Map<String, EncodedSteps> steps = new HashMap<>();
    Map<String, EncodedField> fields = fields(table, rows);
    features
        .targets()
        .forEach(
            (name, target) -> {
              if (target.ofSteps()) {
                steps.put(name, steps(name, target, fields, table, rows));
              } else {
                targets.put(name, target(target, table, rows));
              }
            });
    return new Examples(rows, fields, targets, steps);
  }

  /** Encodes rows that need not have targets. */
  public Examples withoutTargets(Table table, int[] rows) {
    return new Examples(rows, fields(table, rows), Map.of(), Map.of());
  }

  private Map<String, EncodedField> fields(Table table, int[] rows) {
    Map<String, EncodedField> fields = new HashMap<>();
    features.fields().forEach((name, field) -> fields.put(name, field(name, field, table, rows)));
    return fields;
  }

  private EncodedField field(String name, FittedField field, Table table, int[] rows) {
    String key = "data.fields." + name;
    if (field instanceof FittedText text) {
      if (text instanceof FittedTokens tokens && tokens.cut() == Cut.LIST) {
        new ListCheck(table, text.column(), key + ".column").tokens(IntStream.of(rows), problems);
      }
      return TokenEncoding.of(text, table, rows);
    }
    if (field instanceof FittedSeries series) {
      return new SeriesEncoding(series, key, table)
          .of(rows, new NumbersWriter<>(Primitive.FLOAT), problems);
    }
    if (field instanceof FittedStatics statics) {
      return StaticEncoding.of(statics, key, table, rows, problems);
    }
    throw new IllegalArgumentException("no encoding for " + field.getClass().getSimpleName());
  }

  private EncodedSteps steps(
      String name, FittedTarget target, Map<String, EncodedField> fields, Table table, int[] rows) {
    EncodedField encoded = java.util.Objects.requireNonNull(fields.get(target.field()));
    StepEncoding encoding = new StepEncoding(target, encoded, rows);
    if (target.nextToken()) {
      return encoding.nextToken();
    }
    FittedField field = java.util.Objects.requireNonNull(features.fields().get(target.field()));
    String key = name.equals(DataConfig.SINGLE_TARGET) ? "data.target" : "data.targets." + name;
    return encoding.column((FittedSequence) field, key, table, ids(target.classes()), problems);
  }

  private float[] target(FittedTarget target, Table table, int[] rows) {
    if (target.ofLabels()) {
      return LabelValues.of(target, table, rows);
    }
    float[] values = new float[rows.length];
    if (target.classes().isEmpty()) {
      double[] numbers = NumberColumn.of(table, target.column(), "data.target", rows, problems);
      for (int i = 0; i < rows.length; i++) {
        values[i] = (float) numbers[i];
      }
      return values;
    }
    Column labels = table.column(target.column());
    Map<String, Integer> ids = ids(target.classes());
    for (int i = 0; i < rows.length; i++) {
      Integer id = ids.get(labels.textOf(rows[i]));
      if (id == null) {
        throw new IllegalArgumentException(
            table.where(rows[i]) + ": label \"" + labels.textOf(rows[i]) + "\" was not fitted");
      }
      values[i] = id;
    }
    return values;
  }

  private static Map<String, Integer> ids(List<String> labels) {
    Map<String, Integer> ids = new HashMap<>();
    labels.forEach(label -> ids.put(label, ids.size()));
    return ids;
  }
}
