package org.braidml.runner.train;

/**
 * Sums over the batches of an epoch.
 *
 * @param examples how many were trained on
 * @param loss mean losses of batches, each times its examples
 * @param seconds that training took
 */
public record EpochSums(long examples, double loss, double seconds) {

  /** Before the first batch. */
  public static final EpochSums NONE = new EpochSums(0, 0, 0);

  EpochSums plus(int more, double meanLoss) {
    return new EpochSums(examples + more, loss + meanLoss * more, seconds);
  }

  EpochSums after(double elapsed) {
    return new EpochSums(examples, loss, elapsed);
  }

  double meanLoss() {
    return loss / Math.max(1, examples);
  }
}
