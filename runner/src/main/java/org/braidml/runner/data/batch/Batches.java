package org.braidml.runner.data.batch;

import java.util.List;
import org.braidml.api.graph.Batch;
import org.braidml.runner.data.encode.Examples;

/**
 * The batches of some examples, epoch after epoch.
 *
 * @param examples the examples
 * @param order which of them stand in which batch
 */
public record Batches(Examples examples, BatchOrder order) {

  /** How many batches are assembled ahead. */
  private static final int AHEAD = 4;

  /** Returns how many batches an epoch has. */
  public int count() {
    return order.batches(examples.size());
  }

  /** Returns the batches of an epoch, assembled ahead on another thread. To be closed. */
  public BatchStream epoch(long epoch) {
    return epoch(epoch, 0);
  }

  /**
   * Returns the batches of an epoch from one on, for a run that resumes. To be closed.
   *
   * @param epoch the epoch
   * @param skip how many batches at its beginning are left out
   */
  public BatchStream epoch(long epoch, int skip) {
    List<int[]> all = order.epoch(examples.size(), examples::length, epoch);
    List<int[]> rest = all.subList(Math.min(skip, all.size()), all.size());
    return new BatchStream(rest.stream().map(examples::batch).iterator(), AHEAD);
  }

  /** Returns the batch of an epoch at a place, assembled here and now. */
  public Batch at(long epoch, int place) {
    return examples.batch(order.epoch(examples.size(), examples::length, epoch).get(place));
  }
}
