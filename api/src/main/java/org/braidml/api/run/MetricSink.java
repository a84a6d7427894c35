package org.braidml.api.run;

import java.util.List;

/**
 * Listens to a run while it trains. Called by the training thread, in order; what it throws ends
 * the run.
 */
public interface MetricSink {

  /**
   * Training begins, or goes on where it was stopped. What was told of later epochs is void.
   *
   * @param before the epochs that are done already; empty for a new run
   */
  default void started(List<EpochReport> before) {}

  /**
   * An epoch begins.
   *
   * @param epoch from 1
   * @param epochs how many there are to be at most
   * @param examples how many of its examples are still to come
   */
  default void epochStarted(int epoch, int epochs, long examples) {}

  /**
   * A block was fitted to the training rows, before an epoch.
   *
   * @param box the path of the block in the model, as {@code encoders.review.projection-0}
   * @param summary what came of it, in a few words
   */
  default void fitted(String box, String summary) {}

  /**
   * A step is done.
   *
   * @param step from 0, over the whole run
   * @param examples in its batch
   * @param loss of the batch
   */
  default void stepped(long step, int examples, double loss) {}

  /** An epoch is done and its validation rows are measured. */
  default void epochEnded(EpochReport report) {}

  /** Nothing more will come: the last epoch is done, or training has failed. */
  default void ended() {}
}
