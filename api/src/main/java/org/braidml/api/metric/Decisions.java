package org.braidml.api.metric;

/**
 * What is kept of predictions of many classes, one entry a row: enough for every metric but those
 * that need the probability of each class ({@link Metric#needsEveryClass}).
 *
 * @param classes how many there are, at least 2
 * @param decided the most probable class; the lowest id of those that tie
 * @param ofDecided its probability
 * @param ofTruth the probability of the target
 */
public record Decisions(int classes, int[] decided, float[] ofDecided, float[] ofTruth) {

  /** Checks that there are as many of each. */
  public Decisions {
    if (classes < 2 || ofDecided.length != decided.length || ofTruth.length != decided.length) {
      throw new IllegalArgumentException("two classes at least, and three numbers a row");
    }
  }
}
