package org.braidml.runner.data.profile;

import java.util.Arrays;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedSequence;
import org.braidml.runner.data.table.Table;

/**
 * How many steps a field has, example by example.
 *
 * @param sorted the lengths as they enter the model, ascending
 * @param truncation how many examples were longer
 */
public record StepCounts(int[] sorted, Truncation truncation) {

  /** Counts the steps of a field. */
  static StepCounts of(FittedSequence field, String name, Table table, Examples examples) {
    int[] lengths = examples.lengths(name);
    Arrays.sort(lengths);
    return new StepCounts(lengths, Truncation.of(field, name, table, examples));
  }

  /** Returns the length that a share of the examples does not exceed. */
  public int quantile(double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /** Returns the least length. */
  public int least() {
    return sorted[0];
  }

  /** Returns the greatest length. */
  public int greatest() {
    return sorted[sorted.length - 1];
  }

  /** Returns how many examples have a length between two, both included. */
  public int between(int from, int to) {
    return (int) Arrays.stream(sorted).filter(length -> length >= from && length <= to).count();
  }
}
