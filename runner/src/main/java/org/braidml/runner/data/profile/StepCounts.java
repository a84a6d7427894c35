package org.braidml.runner.data.profile;

import java.util.Arrays;
import org.braidml.api.graph.FieldData;
import org.braidml.runner.data.encode.Examples;

/**
 * How many steps a field has, example by example.
 *
 * @param sorted the lengths, ascending
 */
public record StepCounts(int[] sorted) {

  private static final int AT_ONCE = 64;

  /** Counts the steps of a field; empty for one of static features. */
  static StepCounts of(Examples examples, String field) {
    int[] lengths = new int[examples.size()];
    for (int from = 0; from < lengths.length; from += AT_ONCE) {
      int[] some = new int[Math.min(AT_ONCE, lengths.length - from)];
      int first = from;
      Arrays.setAll(some, index -> first + index);
      FieldData data = examples.batch(some).fields().get(field);
      int[] counted = data instanceof FieldData.Steps steps ? steps.lengths() : new int[0];
      if (counted.length == 0) {
        return new StepCounts(counted);
      }
      System.arraycopy(counted, 0, lengths, from, counted.length);
    }
    Arrays.sort(lengths);
    return new StepCounts(lengths);
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
