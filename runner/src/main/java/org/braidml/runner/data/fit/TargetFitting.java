package org.braidml.runner.data.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.BinaryTargetConfig;
import org.braidml.runner.data.config.MissingNumber;
import org.braidml.runner.data.config.RegressionTargetConfig;
import org.braidml.runner.data.config.TargetConfig;
import org.braidml.runner.data.table.Column;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

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
    missing(key, config.column());
    if (config instanceof RegressionTargetConfig regression) {
      return number(key, regression);
    }
    List<String> classes = Labels.sorted(labels(config.column()));
    TargetSpec.Kind kind = TargetSpec.Kind.MULTICLASS;
    if (classes.size() < 2) {
      constant(key, config.column(), classes.isEmpty() ? "" : classes.get(0));
    } else {
      unseen(key, config.column(), classes);
    }
    if (config instanceof BinaryTargetConfig binary && classes.size() > 1) {
      kind = TargetSpec.Kind.BINARY;
      classes = binary(key, binary, classes);
    }
    return new FittedTarget(config.column(), kind, classes, Scale.identity());
  }

  private List<String> labels(String column) {
    Column values = table.column(column);
    return IntStream.of(train).mapToObj(values::get).filter(Objects::nonNull).distinct().toList();
  }

  private void missing(String key, String column) {
    Column values = table.column(column);
    int[] rows = IntStream.range(0, table.size()).filter(r -> values.get(r) == null).toArray();
    if (rows.length > 0) {
      problems.add(
          Problem.at(key + ".column")
              .what("column \"" + column + "\" is missing in a row" + also(rows.length))
              .where(table.where(rows[0]))
              .remedy(
                  "leave such rows out, as with data.source.sql = \"\"\"SELECT * FROM source WHERE"
                      + " \""
                      + column
                      + "\" IS NOT NULL\"\"\""));
    }
  }

  private static String also(int rows) {
    return rows == 1 ? "" : ", and in " + (rows - 1) + " more";
  }

  private FittedTarget number(String key, RegressionTargetConfig config) {
    double[] all = NumberColumn.of(table, config.column(), key + ".column", problems);
    double[] known =
        IntStream.of(train).mapToDouble(row -> all[row]).filter(x -> !Double.isNaN(x)).toArray();
    if (known.length > 0 && IntStream.range(0, known.length).allMatch(i -> known[i] == known[0])) {
      constant(key, config.column(), String.valueOf(known[0]));
    }
    Scale scale = Scale.of(known, config.scaling(), MissingNumber.MEAN, 0);
    return new FittedTarget(config.column(), TargetSpec.Kind.REGRESSION, List.of(), scale);
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
            .remedy("name another column, or give more rows"));
  }

  private List<String> binary(String key, BinaryTargetConfig config, List<String> classes) {
    if (classes.size() > 2) {
      problems.add(
          Problem.at(key + ".kind")
              .value("binary")
              .what("column \"" + config.column() + "\" has " + classes.size() + " classes")
              .found("binary", classes.subList(0, Math.min(SHOWN, classes.size())))
              .remedy("use kind = multiclass, or kind = regression for numbers"));
      return classes;
    }
    String positive = config.positive().orElse(classes.get(1));
    if (!classes.contains(positive)) {
      problems.add(
          Problem.at(key + ".positive")
              .value('"' + positive + '"')
              .what("column \"" + config.column() + "\" does not hold this label")
              .found(positive, classes));
    }
    List<String> ordered = new ArrayList<>(classes);
    ordered.remove(positive);
    ordered.add(positive);
    return ordered;
  }

  private void unseen(String key, String column, List<String> classes) {
    Column values = table.column(column);
    int[] rows =
        IntStream.range(0, table.size())
            .filter(row -> values.get(row) != null && !classes.contains(values.get(row)))
            .toArray();
    if (rows.length > 0) {
      problems.add(
          Problem.at(key + ".column")
              .what(
                  "column \""
                      + column
                      + "\" is \""
                      + values.textOf(rows[0])
                      + "\", which no training row holds"
                      + NumberColumn.more(rows.length - 1))
              .where(table.where(rows[0]))
              .remedy("leave out classes that are too rare to be split, or change data.split"));
    }
  }
}
