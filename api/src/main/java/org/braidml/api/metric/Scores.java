package org.braidml.api.metric;

/**
 * Predictions beside their targets, on the host.
 *
 * @param predictions one row an example, {@code K} numbers each: probabilities or numbers
 * @param targets class ids, 0 or 1, or numbers; one an example
 * @param labels how many rows after one another belong to one example: of a target of labels L,
 *     each with the probability of one of them; else 1
 */
public record Scores(float[][] predictions, float[] targets, int labels) {

  /** Predictions of one row an example. */
  public Scores(float[][] predictions, float[] targets) {
    this(predictions, targets, 1);
  }

  public Scores {
    if (predictions.length != targets.length) {
      throw new IllegalArgumentException(
          predictions.length + " predictions for " + targets.length + " targets");
    }
    if (labels < 1 || targets.length % labels != 0) {
      throw new IllegalArgumentException(targets.length + " targets of " + labels + " labels");
    }
  }

  /** Returns how many rows there are. */
  public int size() {
    return targets.length;
  }

  /** Returns how many examples there are: fewer than rows where these are of labels. */
  public int examples() {
    return targets.length / labels;
  }

  /** Returns the rows of one label, one an example. */
  public Scores ofLabel(int label) {
    float[][] own = new float[targets.length / labels][];
    float[] due = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = predictions[i * labels + label];
      due[i] = targets[i * labels + label];
    }
    return new Scores(own, due);
  }
}
