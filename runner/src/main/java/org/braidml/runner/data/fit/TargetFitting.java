package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.BinaryTargetConfig;
import org.braidml.runner.data.config.CountTargetConfig;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.MulticlassTargetConfig;
import org.braidml.runner.data.config.MultilabelTargetConfig;
import org.braidml.runner.data.config.NextTokenTargetConfig;
import org.braidml.runner.data.config.PerStepBinaryTargetConfig;
import org.braidml.runner.data.config.PerStepMulticlassTargetConfig;
import org.braidml.runner.data.config.PerStepRegressionTargetConfig;
import org.braidml.runner.data.config.RegressionTargetConfig;
import org.braidml.runner.data.config.Scaling;
import org.braidml.runner.data.config.StepTargetConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;
import org.jspecify.annotations.Nullable;

/** Fits targets. */
final class TargetFitting {

  private static final int SHOWN = 12;

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
      return classes(key, single(binary.column()), Optional.of(binary.positive()));
    }
    if (config instanceof MulticlassTargetConfig multiclass) {
      missing(key, multiclass.column(), Objects::isNull);
      return classes(key, single(multiclass.column()), Optional.empty());
    }
    if (config instanceof MultilabelTargetConfig labels) {
      return new LabelFitting(table, train, problems).fit(key, labels);
    }
    if (config instanceof RegressionTargetConfig regression) {
      missing(key, regression.column(), TargetFitting::blank);
      return number(key, single(regression.column()), regression.scaling());
    }
    if (config instanceof CountTargetConfig count) {
      missing(key, count.column(), TargetFitting::blank);
      return count(key, single(count.column()));
    }
    return steps(key, (StepTargetConfig) config);
  }

  private FittedTarget steps(String key, StepTargetConfig config) {
    if (config instanceof PerStepBinaryTargetConfig binary) {
      Values values = new Values(binary.column(), binary.field(), binary.delimiter());
      return classes(key, values, Optional.of(binary.positive()));
    }
    if (config instanceof PerStepMulticlassTargetConfig multiclass) {
      Values values = new Values(multiclass.column(), multiclass.field(), multiclass.delimiter());
      return classes(key, values, Optional.empty());
    }
    if (config instanceof PerStepRegressionTargetConfig regression) {
      Values values = new Values(regression.column(), regression.field(), regression.delimiter());
      return number(key, values, regression.scaling());
    }
    throw new IllegalArgumentException("no fitting for " + config.getClass().getSimpleName());
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

  /** Which values a target reads: one of each row, or one a step of a field. */
  private record Values(String column, String field, String delimiter) {}

  private static Values single(String column) {
    return new Values(column, "", "");
  }

  /** Returns the values of a row that are given. */
  private Stream<String> of(Values values, int row) {
    Column column = table.column(values.column());
    return values.field().isEmpty()
        ? Stream.ofNullable(column.get(row))
        : StepValues.of(column, row, values.delimiter()).stream().filter(Objects::nonNull);
  }

  private FittedTarget fitted(
      Values values, TargetSpec.Kind kind, List<String> classes, Scale scale) {
    return new FittedTarget(
        values.column(), kind, classes, scale, values.field(), values.delimiter(), false);
  }

  /** Fits labels; of two classes if a positive one may be named. */
  private FittedTarget classes(String key, Values values, Optional<Optional<String>> positive) {
    String column = values.column();
    List<String> classes =
        Labels.sorted(
            IntStream.of(train).boxed().flatMap(row -> of(values, row)).distinct().toList());
    TargetSpec.Kind kind = TargetSpec.Kind.MULTICLASS;
    if (classes.size() < 2) {
      constant(key, column, classes.isEmpty() ? "" : classes.get(0));
    } else {
      unseen(key, values, classes);
    }
    if (positive.isPresent() && classes.size() > 1) {
      kind = TargetSpec.Kind.BINARY;
      classes = binary(key, values, positive.get(), classes);
    }
    return fitted(values, kind, classes, Scale.identity());
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

  private FittedTarget number(String key, Values values, Scaling scaling) {
    double[] known = values.field().isEmpty() ? numbers(key, values) : numbersOfSteps(key, values);
    if (known.length > 0 && IntStream.range(0, known.length).allMatch(i -> known[i] == known[0])) {
      constant(key, values.column(), NumberColumn.text(known[0]));
    }
    if (scaling == Scaling.LOG1P) {
      Logarithms.tell(
          key,
          values.column(),
          table,
          IntStream.range(0, table.size()).toArray(),
          row ->
              of(values, row)
                  .mapToDouble(NumberColumn::parse)
                  .filter(x -> x <= -1)
                  .findFirst()
                  .orElse(Double.NaN),
          problems);
    }
    Scale scale = Scale.of(known, scaling, MissingNumber.MEAN, 0);
    return fitted(values, TargetSpec.Kind.REGRESSION, List.of(), scale);
  }

  private FittedTarget count(String key, Values values) {
    double[] all = NumberColumn.of(table, values.column(), key + ".column", problems);
    int[] wrong =
        IntStream.range(0, all.length).filter(r -> all[r] < 0 || all[r] % 1 != 0).toArray();
    wrong = IntStream.of(wrong).filter(r -> !Double.isNaN(all[r])).toArray();
    if (wrong.length > 0) {
      problems.add(
          Problem.at(key + ".column")
              .what(
                  "column \""
                      + values.column()
                      + "\" is \""
                      + table.column(values.column()).textOf(wrong[0])
                      + "\", which is no count"
                      + NumberColumn.more(wrong.length - 1))
              .where(table.where(wrong[0]))
              .remedy("counts are whole numbers, 0 or more: for others use kind = regression"));
    }
    return fitted(values, TargetSpec.Kind.COUNT, List.of(), Scale.identity());
  }

  private double[] numbers(String key, Values values) {
    double[] all = NumberColumn.of(table, values.column(), key + ".column", problems);
    return IntStream.of(train).mapToDouble(r -> all[r]).filter(x -> !Double.isNaN(x)).toArray();
  }

  private double[] numbersOfSteps(String key, Values values) {
    int[] wrong =
        IntStream.range(0, table.size())
            .filter(row -> of(values, row).anyMatch(v -> Double.isNaN(NumberColumn.parse(v))))
            .toArray();
    if (wrong.length > 0) {
      String text =
          of(values, wrong[0])
              .filter(v -> Double.isNaN(NumberColumn.parse(v)))
              .findFirst()
              .orElse("");
      problems.add(
          NumberColumn.wrong(
              table, values.column(), key + ".column", wrong[0], text, wrong.length - 1));
    }
    return IntStream.of(train)
        .boxed()
        .flatMap(row -> of(values, row))
        .mapToDouble(NumberColumn::parse)
        .filter(x -> !Double.isNaN(x))
        .toArray();
  }

  private void constant(String key, String column, String value) {
    problems.add(
        Problem.at(key + ".column")
            .what(
                "column \""
                    + column
                    + "\" is \""
                    + value
                    + "\" in each of the "
                    + train.length
                    + " training rows: there is nothing to learn")
            .where(train.length == 0 ? null : table.where(train[0]))
            .remedy("name another column, or give more rows"));
  }

  private List<String> binary(
      String key, Values values, Optional<String> given, List<String> classes) {
    if (classes.size() > 2) {
      problems.add(
          Problem.at(key + ".kind")
              .value("binary")
              .what("column \"" + values.column() + "\" has " + classes.size() + " classes")
              .found("binary", classes.subList(0, Math.min(SHOWN, classes.size())))
              .remedy("use kind = multiclass, or kind = regression for numbers"));
      return classes;
    }
    String positive = given.orElse(classes.get(1));
    if (!classes.contains(positive)) {
      problems.add(
          Problem.at(key + ".positive")
              .value('"' + positive + '"')
              .what("column \"" + values.column() + "\" does not hold this label")
              .found(positive, classes));
    }
    List<String> ordered = new ArrayList<>(classes);
    ordered.remove(positive);
    ordered.add(positive);
    return ordered;
  }

  private void unseen(String key, Values values, List<String> classes) {
    Set<String> known = Set.copyOf(classes);
    int[] rows =
        IntStream.range(0, table.size())
            .filter(row -> of(values, row).anyMatch(value -> !known.contains(value)))
            .toArray();
    if (rows.length > 0) {
      problems.add(
          Problem.at(key + ".column")
              .what(
                  "column \""
                      + values.column()
                      + "\" is \""
                      + of(values, rows[0]).filter(v -> !known.contains(v)).findFirst().orElse("")
                      + "\", which no training row holds"
                      + NumberColumn.more(rows.length - 1))
              .where(table.where(rows[0]))
              .remedy("leave out classes that are too rare to be split, or change data.split"));
    }
  }
}
