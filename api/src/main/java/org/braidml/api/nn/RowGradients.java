package org.braidml.api.nn;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Gradients of some rows of a table.
 *
 * @param ids of the rows, ascending, each once
 * @param values {@code D} a row
 */
record RowGradients(long[] ids, double[] values) {

  /** Returns the sum, which has the rows of both. */
  RowGradients plus(RowGradients other) {
    int width = values.length / ids.length;
    long[] all =
        LongStream.concat(Arrays.stream(ids), Arrays.stream(other.ids))
            .sorted()
            .distinct()
            .toArray();
    double[] sum = new double[all.length * width];
    addTo(sum, all, width);
    other.addTo(sum, all, width);
    return new RowGradients(all, sum);
  }

  private void addTo(double[] sum, long[] all, int width) {
    for (int row = 0; row < ids.length; row++) {
      int to = Arrays.binarySearch(all, ids[row]) * width;
      for (int k = 0; k < width; k++) {
        sum[to + k] += values[row * width + k];
      }
    }
  }

  double squares() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  void scale(double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
