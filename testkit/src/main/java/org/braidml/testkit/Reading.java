package org.braidml.testkit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result of a block, on the host.
 *
 * @param name of the output
 * @param shape of the array
 * @param lengths real steps a row, or null
 * @param values all numbers in order
 */
record Reading(String name, long[] shape, int @Nullable [] lengths, double[] values) {

  static List<Reading> all(List<Output> outputs) {
    return outputs.stream().map(Reading::of).toList();
  }

  static Reading of(Output output) {
    return new Reading(
        output.name(),
        output.values().getShape().getShape(),
        output.lengths() == null ? null : output.lengths().toArray(),
        HostArrays.read(output.values()));
  }

  int rows() {
    return (int) shape[0];
  }

  /** Returns the numbers of one row that mean something: padded steps are left out. */
  double[] row(int row) {
    int size = values.length / rows();
    int[] steps = lengths;
    int real = steps == null ? size : size / (int) shape[1] * steps[row];
    return Arrays.copyOfRange(values, row * size, row * size + real);
  }

  /** Returns whether a number of this result means something. */
  boolean real(int cell) {
    int size = values.length / rows();
    int[] steps = lengths;
    return steps == null || cell % size < size / (int) shape[1] * steps[cell / size];
  }
}
