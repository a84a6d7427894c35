package org.braidml.api.metric;

/**
 * Predictions beside their targets, on the host.
 *
 * @param predictions one row an example, {@code K} numbers each: probabilities or numbers
 * @param targets class ids, 0 or 1, or numbers; one an example
 */
public record Scores(float[][] predictions, float[] targets) {

  public Scores {
    if (predictions.length != targets.length) {
      throw new IllegalArgumentException(
          predictions.length + " predictions for " + targets.length + " targets");
    }
  }

  /** Returns how many examples there are. */
  public int size() {
    return targets.length;
  }
}
