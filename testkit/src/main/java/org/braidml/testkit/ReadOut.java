package org.braidml.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Lengths;

/** A fixed random linear function of results, blind to padded steps. */
final class ReadOut {

  private ReadOut() {}

  /** Sums all results with random weights; a weight depends on the place, not on the shape. */
  static NDArray of(List<Output> outputs, Inputs inputs) {
    long seed = Seeds.seed();
    NDArray sum = null;
    for (int i = 0; i < outputs.size(); i++) {
      NDArray part = outputs.get(i).values().mul(weights(outputs.get(i), seed + i, 1)).sum();
      sum = sum == null ? part : sum.add(part);
    }
    if (sum == null) {
      throw new AssertionError("the block has no result");
    }
    return sum;
  }

  /** Sums the first result of each row: {@code (B)}, with the same weights for every row. */
  static NDArray rows(List<Output> outputs, long seed) {
    Output first = outputs.get(0);
    NDArray weighted = first.values().mul(weights(first, seed, 0));
    return weighted.reshape(weighted.getShape().get(0), -1).sum(new int[] {1});
  }

  private static NDArray weights(Output output, long seed, int perRow) {
    NDArray like = output.values();
    int rows = (int) like.getShape().get(0);
    int size = (int) (like.size() / Math.max(1, rows));
    int inner = output.lengths() == null ? size : size / (int) like.getShape().get(1);
    double[] weights = new double[rows * size];
    for (int row = 0; row < rows; row++) {
      Lengths lengths = output.lengths();
      int real = lengths == null ? size : inner * lengths.get(row);
      for (int cell = 0; cell < real; cell++) {
        weights[row * size + cell] = Seeds.uniform(seed, (long) row * perRow, cell);
      }
    }
    return HostArrays.create(like.getManager(), weights, like.getDataType(), like.getShape());
  }
}
