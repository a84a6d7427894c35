package org.braidml.api.metric;

import org.jspecify.annotations.Nullable;

/**
 * Predictions beside their targets, on the host.
 *
 * @param predictions one row an example, {@code K} numbers each: probabilities or numbers; none in
 *     any row where there are decisions instead
 * @param targets class ids, 0 or 1, or numbers; one an example
 * @param labels how many rows after one another belong to one example: of a target of labels L,
 *     each with the probability of one of them; else 1
 * @param decisions all that is kept of the predictions, where it is not every number
 */
public record Scores(
    float[][] predictions, float[] targets, int labels, @Nullable Decisions decisions) {

  /** Predictions of one row an example. */
  public Scores(float[][] predictions, float[] targets) {
    this(predictions, targets, 1);
  }

  /** Predictions of as many rows an example as there are labels. */
  public Scores(float[][] predictions, float[] targets, int labels) {
    this(predictions, targets, labels, null);
  }

  /** Decisions of one row an example. */
  public Scores(Decisions decisions, float[] targets) {
    this(new float[decisions.decided().length][0], targets, 1, decisions);
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

  /** Returns how many classes there are, where classes are predicted; at least 2. */
  public int classes() {
    if (decisions != null) {
      return decisions.classes();
    }
    return Math.max(2, size() == 0 ? 1 : predictions[0].length);
  }

  /** Returns the most probable class of a row; the lowest id of those that tie. */
  public int decided(int row) {
    return decisions != null ? decisions.decided()[row] : Classification.decide(predictions[row]);
  }

  /** Returns the probability of the class that is decided for. */
  public double ofDecided(int row) {
    return decisions != null
        ? decisions.ofDecided()[row]
        : Probabilities.ofClass(predictions[row], decided(row));
  }

  /** Returns the probability of the class that is the target. */
  public double ofTruth(int row) {
    return decisions != null
        ? decisions.ofTruth()[row]
        : Probabilities.ofClass(predictions[row], (int) targets[row]);
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
