package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.BinaryTargetConfig;
import org.braidml.runner.data.config.CountTargetConfig;
import org.braidml.runner.data.config.MulticlassTargetConfig;
import org.braidml.runner.data.config.MultilabelTargetConfig;
import org.braidml.runner.data.config.NextTokenTargetConfig;
import org.braidml.runner.data.config.PerStepBinaryTargetConfig;
import org.braidml.runner.data.config.PerStepMulticlassTargetConfig;
import org.braidml.runner.data.config.PerStepRegressionTargetConfig;
import org.braidml.runner.data.config.RegressionTargetConfig;
import org.braidml.runner.data.config.StepTargetConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.Table;
import org.jspecify.annotations.Nullable;

/** Fits targets, each by its kind. */
final class TargetFitting {

  private final Table table;
  private final int[] train;
  private final Problems problems;

  TargetFitting(Table table, int[] train, Problems problems) {
    this.table = table;
    this.train = train;
    this.problems = problems;
  }

  FittedTarget fit(String key, TargetConfig config) {
    if (config instanceof BinaryTargetConfig binary) {
      missing(key, binary.column(), Objects::isNull);
      return classes(one(key, binary.column())).binary(binary.positive());
    }
    if (config instanceof MulticlassTargetConfig multiclass) {
      missing(key, multiclass.column(), Objects::isNull);
      return classes(one(key, multiclass.column())).multiclass();
    }
    if (config instanceof MultilabelTargetConfig labels) {
      return new LabelFitting(table, train, problems).fit(key, labels);
    }
    if (config instanceof RegressionTargetConfig regression) {
      missing(key, regression.column(), TargetFitting::blank);
      return numbers(one(key, regression.column())).scaled(regression.scaling());
    }
    if (config instanceof CountTargetConfig count) {
      missing(key, count.column(), TargetFitting::blank);
      return numbers(one(key, count.column())).counts();
    }
    String column = config.sourceColumn().orElseThrow();
    return new ListCheck(table, column, key + ".column").values(problems)
        ? steps(key, (StepTargetConfig) config)
        : one(key, column).fitted(TargetSpec.Kind.REGRESSION, List.of(), Scale.identity());
  }

  private FittedTarget steps(String key, StepTargetConfig config) {
    if (config instanceof PerStepBinaryTargetConfig binary) {
      return classes(each(key, binary.column(), binary.field(), binary.delimiter()))
          .binary(binary.positive());
    }
    if (config instanceof PerStepMulticlassTargetConfig multiclass) {
      return classes(each(key, multiclass.column(), multiclass.field(), multiclass.delimiter()))
          .multiclass();
    }
    if (config instanceof PerStepRegressionTargetConfig regression) {
      return numbers(each(key, regression.column(), regression.field(), regression.delimiter()))
          .scaled(regression.scaling());
    }
    throw new IllegalArgumentException("no fitting for " + config.getClass().getSimpleName());
  }

  private TargetValues one(String key, String column) {
    return each(key, column, "", "");
  }

  private TargetValues each(String key, String column, String field, String delimiter) {
    return new TargetValues(key, table, column, field, delimiter);
  }

  private ClassFitting classes(TargetValues values) {
    return new ClassFitting(values, train, problems);
  }

  private NumberFitting numbers(TargetValues values) {
    return new NumberFitting(values, train, problems);
  }

  /** The tokens of a fitted field as classes, the unknown one first: the class of an id less 1. */
  static FittedTarget nextToken(NextTokenTargetConfig config, FittedTokens field) {
    List<String> classes = new ArrayList<>(List.of("(unknown)"));
    classes.addAll(field.vocabulary());
    return new FittedTarget(
        "",
        TargetSpec.Kind.MULTICLASS,
        classes,
        Scale.identity(),
        config.field(),
        "",
        config.continued());
  }

  /** A blank is a class as others are, but no number. */
  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private void missing(String key, String column, Predicate<@Nullable String> lacks) {
    Column values = table.column(column);
    int[] rows = IntStream.range(0, table.size()).filter(r -> lacks.test(values.get(r))).toArray();
    if (rows.length > 0) {
      boolean nulls = IntStream.of(rows).allMatch(row -> values.get(row) == null);
      String given = nulls ? "\"%s\" IS NOT NULL" : "trim(\"%s\") <> ''";
      problems.add(
          Problem.at(key + ".column")
              .what("column \"" + column + "\" is missing in a row" + also(rows.length))
              .where(table.where(rows[0]))
              .remedy(
                  "leave such rows out, as with data.source.sql = \"\"\"SELECT * FROM source WHERE "
                      + given.formatted(column)
                      + "\"\"\""));
    }
  }

  private static String also(int rows) {
    return rows == 1 ? "" : ", and in " + (rows - 1) + " more";
  }
}
