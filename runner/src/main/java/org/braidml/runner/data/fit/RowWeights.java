package org.braidml.runner.data.fit;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.Problems;
import org.braidml.runner.data.table.NumberColumn;
import org.braidml.runner.data.table.Table;

/**
 * How much each training row counts in the loss. Weights are divided by their mean over the
 * training rows, so that only their proportions matter, and the size of a step does not change with
 * them.
 */
public final class RowWeights {

  private static final String KEY = "data.weight";

  private RowWeights() {}

  /**
   * Returns the weights of the training rows, of mean 1, and tells what is none: a training row has
   * a finite number, 0 or more, and not all have 0. Others are not looked at.
   *
   * @param train the training rows
   * @param problems takes what is wrong
   */
  public static float[] of(Table table, String column, int[] train, Problems problems) {
    double[] weights =
        IntStream.of(train)
            .mapToDouble(row -> NumberColumn.parse(table.column(column).textOf(row).strip()))
            .toArray();
    int[] wrong = IntStream.range(0, train.length).filter(i -> !(weights[i] >= 0)).toArray();
    double mean = Arrays.stream(weights).average().orElse(1);
    if (wrong.length > 0) {
      int row = train[wrong[0]];
      problems.add(
          Problem.at(KEY)
              .value('"' + column + '"')
              .what(
                  Optional.ofNullable(table.column(column).get(row))
                          .map(text -> "the column holds \"" + NumberColumn.shortened(text) + '"')
                          .orElse("the column is missing")
                      + " in a training row, where a number of 0 or more belongs"
                      + NumberColumn.more(wrong.length - 1))
              .where(table.where(row, column))
              .remedy("a row that is not to count has the weight 0"));
    } else if (mean == 0) {
      problems.add(
          Problem.at(KEY)
              .value('"' + column + '"')
              .what("the weight of each of the " + train.length + " training rows is 0")
              .where(train.length == 0 ? null : table.where(train[0]))
              .remedy("name another column, or leave data.weight out: all rows then count alike"));
    }
    return shares(weights, mean);
  }

  private static float[] shares(double[] weights, double mean) {
    float[] each = new float[weights.length];
    for (int i = 0; i < each.length; i++) {
      each[i] = (float) (weights[i] / mean);
    }
    return each;
  }

  /** Returns what the user is to know of weights of mean 1. */
  public static String note(String column, float[] weights) {
    DoubleSummaryStatistics all =
        IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).summaryStatistics();
    return "\"%s\" weighs training rows from %s to %s times their mean; other rows count alike"
        .formatted(column, rounded(all.getMin()), rounded(all.getMax()));
  }

  private static String rounded(double number) {
    return NumberColumn.text(Math.round(number * 1000) / 1000.0);
  }
}
