package org.braidml.api.run;

/**
 * Listens to a run while it trains. Called by the training thread, in order; what it throws ends
 * the run.
 */
public interface MetricSink {

  /**
   * An epoch begins.
   *
   * @param epoch from 1
   * @param epochs how many there are to be at most
   * @param examples how many examples it has
   */
  default void epochStarted(int epoch, int epochs, long examples) {}

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

  /** The last epoch is done; nothing more will come. */
  default void ended() {}
}
