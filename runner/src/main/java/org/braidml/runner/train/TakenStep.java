package org.braidml.runner.train;

import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.graph.Batch;

/**
 * A step and the rows that it was taken with, for messages.
 *
 * @param number from 0, over the whole run
 * @param epoch from 1
 * @param parts of its batch
 */
record TakenStep(long number, int epoch, List<Batch> parts) {

  String place() {
    return "step " + number + " of epoch " + epoch;
  }

  int[] rows() {
    return parts.stream().flatMapToInt(part -> IntStream.of(part.rows())).toArray();
  }
}
