package org.braidml.runner.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.braidml.runner.data.config.CountTargetConfig;
import org.braidml.runner.data.config.DataConfig;
import org.braidml.runner.data.config.FieldConfig;
import org.braidml.runner.data.config.MultilabelTargetConfig;
import org.braidml.runner.data.config.PerStepRegressionTargetConfig;
import org.braidml.runner.data.config.RegressionTargetConfig;
import org.braidml.runner.data.config.Scaling;
import org.braidml.runner.data.config.SeriesFieldConfig;
import org.braidml.runner.data.config.StaticFieldConfig;
import org.braidml.runner.data.config.StepTargetConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.config.TextFieldConfig;
import org.braidml.runner.data.config.Tokenizer;
import org.braidml.runner.data.config.VectorsFieldConfig;
import org.braidml.runner.data.fit.Logarithms;
import org.braidml.runner.data.fit.NumberReading;
import org.braidml.runner.data.fit.SeriesFitting;
import org.braidml.runner.data.fit.StepValues;
import org.braidml.runner.data.split.Side;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.MomentColumn;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/**
 * What each value of a row is to be, by itself: a number, truth or date, a target or group that is
 * not missing, a side. What values of several rows are together is checked elsewhere.
 */
final class RowChecks {

  private final Table table;
  private final List<Check> checks = new ArrayList<>();

  RowChecks(DataConfig config, Table table) {
    this.table = table;
    config.sortedFields().values().forEach(this::field);
    config.allTargets().values().forEach(this::target);
    config.allTargets().values().forEach(this::steps);
    config
        .split()
        .column()
        .ifPresent(
            name -> require(name, text -> Side.of(text).isEmpty() ? "no side of the split" : ""));
    config.split().group().ifPresent(name -> require(name, text -> ""));
    config.split().time().ifPresent(this::moment);
  }

  /** Returns what is wrong with a row: the first thing, if there is any. */
  Optional<RefusedRow> first(int row) {
    for (Check check : checks) {
      String reason = check.reason.of(row);
      if (!reason.isEmpty()) {
        String text = table.column(check.column).textOf(row);
        return Optional.of(
            new RefusedRow(table.where(row, check.column), check.column, text, reason));
      }
    }
    return Optional.empty();
  }

  private void check(String column, Fault fault) {
    Column values = table.column(column);
    checks.add(
        new Check(column, row -> values.get(row) == null ? "" : fault.of(values.textOf(row))));
  }

  private void require(String column, Fault fault) {
    Column values = table.column(column);
    checks.add(
        new Check(
            column, row -> values.get(row) == null ? "missing" : fault.of(values.textOf(row))));
  }

  private void field(FieldConfig config) {
    if (config instanceof StaticFieldConfig statics) {
      boolean logarithm = statics.scaling() == Scaling.LOG1P;
      statics.numeric().forEach(name -> check(name, text -> number(text, logarithm)));
      statics.booleans().forEach(name -> check(name, RowChecks::truth));
      statics.dates().forEach(name -> check(name, RowChecks::date));
    } else if (config instanceof SeriesFieldConfig series) {
      boolean whole = series.steps().size() <= series.maxLength(); // else some are cut off
      boolean logarithm = whole && series.scaling() == Scaling.LOG1P;
      series.steps().forEach(name -> check(name, text -> number(text, logarithm)));
      series.channels().forEach(name -> check(name, text -> SeriesFitting.fault(text, series)));
    } else if (config instanceof TextFieldConfig words && words.tokenizer() == Tokenizer.LIST) {
      check(words.column(), StepValues::faultOfList);
    } else if (config instanceof VectorsFieldConfig vectors) {
      check(vectors.column(), SeriesFitting::faultOfVectors);
    }
  }

  private void target(TargetConfig config) {
    if (config instanceof StepTargetConfig) {
      config.sourceColumn().ifPresent(name -> check(name, StepValues::fault));
      return;
    }
    if (config instanceof MultilabelTargetConfig labels) { // a row of one column may have none
      labels.column().ifPresent(name -> check(name, StepValues::fault));
      labels.columns().forEach(name -> require(name, given(RowChecks::truth)));
      return;
    }
    boolean logarithm =
        config instanceof RegressionTargetConfig regression
            && regression.scaling() == Scaling.LOG1P;
    Fault fault =
        config instanceof CountTargetConfig
            ? given(RowChecks::count)
            : config instanceof RegressionTargetConfig
                ? given(text -> number(text, logarithm))
                : text -> "";
    config.sourceColumn().ifPresent(name -> require(name, fault));
  }

  /** What is wrong with one of the numbers of steps; how many there are is checked elsewhere. */
  private void steps(TargetConfig config) {
    if (config instanceof PerStepRegressionTargetConfig steps) {
      Column values = table.column(steps.column());
      boolean logarithm = steps.scaling() == Scaling.LOG1P;
      checks.add(
          new Check(
              steps.column(),
              row ->
                  StepValues.of(values, row, steps.delimiter()).stream()
                      .filter(Objects::nonNull)
                      .map(value -> step(value, logarithm))
                      .filter(fault -> !fault.isEmpty())
                      .findFirst()
                      .orElse("")));
    }
  }

  private static String step(String value, boolean logarithm) {
    double number = NumberColumn.parse(value);
    if (Double.isNaN(number)) {
      return "\"" + NumberColumn.shortened(value) + "\" is no number of 32 bits";
    }
    return logarithm ? Logarithms.fault(number) : "";
  }

  private void moment(String name) {
    BitSet known = MomentColumn.known(table.column(name));
    checks.add(new Check(name, row -> known.get(row) ? "" : "no moment as others of the column"));
  }

  /** A blank text is missing, too. */
  private static Fault given(Fault fault) {
    return text -> text.isBlank() ? "missing" : fault.of(text);
  }

  private static String number(String text, boolean logarithm) {
    if (!NumberReading.NUMBER.reads(text)) {
      return "no number of 32 bits";
    }
    return logarithm && !text.isBlank() ? Logarithms.fault(Double.parseDouble(text.strip())) : "";
  }

  private static String count(String text) {
    String number = number(text, false);
    boolean whole = !number.isEmpty() || isCount(Double.parseDouble(text.strip()));
    return whole ? number : "no count";
  }

  private static boolean isCount(double number) {
    return number >= 0 && number % 1 == 0;
  }

  private static String truth(String text) {
    return NumberReading.TRUTH.reads(text) ? "" : "neither true nor false";
  }

  private static String date(String text) {
    return NumberReading.YEAR.reads(text) ? "" : "no date";
  }

  /** Returns what is wrong with a text, or an empty text. */
  @FunctionalInterface
  private interface Fault {
    String of(String text);
  }

  /** Returns what is wrong with a row, or an empty text. */
  @FunctionalInterface
  private interface RowFault {
    String of(int row);
  }

  private record Check(String column, RowFault reason) {}
}
