package org.braidml.runner.data.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.config.MultilabelTargetConfig;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/** Fits targets of labels: which there are in the training rows. All rows are checked. */
final class LabelFitting {

  private final Table table;
  private final int[] train;
  private final Problems problems;

  LabelFitting(Table table, int[] train, Problems problems) {
    this.table = table;
    this.train = train;
    this.problems = problems;
  }

  FittedTarget fit(String key, MultilabelTargetConfig config) {
    FittedTarget target =
        config
            .column()
            .map(column -> listed(key + ".column", column, config.delimiter()))
            .orElseGet(() -> truths(key + ".columns", config.columns()));
    if (problems.isEmpty()) {
      constant(config.column().isPresent() ? key + ".column" : key + ".columns", target);
    }
    return target;
  }

  private static FittedTarget fitted(String column, List<String> labels, String delimiter) {
    return new FittedTarget(
        column, TargetSpec.Kind.MULTILABEL, labels, Scale.identity(), "", delimiter, false);
  }

  private FittedTarget listed(String key, String column, String delimiter) {
    if (!new ListCheck(table, column, key).values(problems)) {
      return fitted(column, List.of("a", "b"), delimiter);
    }
    List<String> labels =
        Labels.sorted(
            IntStream.of(train)
                .boxed()
                .flatMap(row -> LabelValues.listed(table, column, row, delimiter).stream())
                .distinct()
                .toList());
    if (labels.size() < 2) {
      problems.add(
          Problem.at(key)
              .what(
                  "column \""
                      + column
                      + "\" lists "
                      + (labels.isEmpty()
                          ? "no label"
                          : "the label \"" + labels.get(0) + "\" alone")
                      + " in the "
                      + train.length
                      + " training rows")
              .remedy("look whether the delimiter is right; one label is a target of kind binary"));
      return fitted(column, List.of("a", "b"), delimiter);
    }
    twice(key, column, delimiter);
    unseen(key, column, delimiter, Set.copyOf(labels));
    return fitted(column, labels, delimiter);
  }

  private void twice(String key, String column, String delimiter) {
    for (int row = 0; row < table.size(); row++) {
      Set<String> seen = new HashSet<>();
      for (String label : LabelValues.listed(table, column, row, delimiter)) {
        if (!seen.add(label)) {
          problems.add(
              Problem.at(key)
                  .what("column \"" + column + "\" lists \"" + label + "\" twice in a row")
                  .where(table.where(row)));
          return;
        }
      }
    }
  }

  private void unseen(String key, String column, String delimiter, Set<String> known) {
    int[] rows =
        IntStream.range(0, table.size())
            .filter(row -> !known.containsAll(LabelValues.listed(table, column, row, delimiter)))
            .toArray();
    if (rows.length > 0) {
      String label =
          LabelValues.listed(table, column, rows[0], delimiter).stream()
              .filter(one -> !known.contains(one))
              .findFirst()
              .orElse("");
      problems.add(
          Problem.at(key)
              .what(
                  "column \""
                      + column
                      + "\" lists \""
                      + label
                      + "\", which no training row does"
                      + NumberColumn.more(rows.length - 1))
              .where(table.where(rows[0]))
              .remedy("leave out labels that are too rare to be split, or change data.split"));
    }
  }

  private FittedTarget truths(String key, List<String> columns) {
    for (String column : columns) {
      int[] rows =
          IntStream.range(0, table.size())
              .filter(row -> Double.isNaN(LabelValues.truth(table, column, row)))
              .toArray();
      if (rows.length > 0) {
        problems.add(
            Problem.at(key)
                .what(
                    "column \""
                        + column
                        + "\" holds \""
                        + table.column(column).textOf(rows[0])
                        + "\" where true or false belongs"
                        + NumberColumn.more(rows.length - 1))
                .where(table.where(rows[0], column))
                .remedy("true, yes, t, y and 1 are true, false, no, f, n and 0 false"));
      }
    }
    return fitted("", columns, "");
  }

  /** A label that all training rows have, or none, cannot be learnt. */
  private void constant(String key, FittedTarget target) {
    float[] values = LabelValues.of(target, table, train);
    int labels = target.classes().size();
    for (int label = 0; label < labels; label++) {
      int own = label;
      long rows =
          IntStream.range(0, train.length).filter(i -> values[i * labels + own] > 0).count();
      if (rows == 0 || rows == train.length) {
        problems.add(
            Problem.at(key)
                .what(
                    (rows == 0 ? "none" : "each")
                        + " of the "
                        + train.length
                        + " training rows has the label \""
                        + target.classes().get(label)
                        + "\": there is nothing to learn")
                .remedy("leave the label out, or give more rows"));
      }
    }
  }
}
