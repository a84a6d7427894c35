package org.braidml.runner.study.run;

import java.util.Map;

/**
 * What came of one trial. It is written once, whole, when the trial has ended; a trial without it
 * is run again.
 *
 * @param variant its variant
 * @param seed its seed
 * @param state how it ended
 * @param reason why it did not end well, in a line; empty if it did
 * @param attempt which attempt this was, from 1
 * @param validation the metrics of the best epoch on the validation rows
 * @param test the metrics on the test rows; empty if there are none
 * @param simplest the same metrics of a prediction that ignores the input
 * @param simplestName how that prediction is made, for example {@code majority class}
 * @param lastValue the same metrics of the last value of each window; empty unless windows gather
 *     the column of a target
 * @param bestEpoch whose parameters were kept
 * @param epochs how many were trained
 * @param parameters how many numbers the model learns
 * @param secondsAnEpoch the median over epochs
 * @param seconds from the start of reading to the end of testing
 * @param megabytes the most memory that the process held; 0 where the system does not say
 * @param trainRows how many rows trained
 * @param testRows how many rows tested
 * @param validationRows how many rows validated
 */
public record TrialResult(
    String variant,
    long seed,
    State state,
    String reason,
    int attempt,
    Map<String, Double> validation,
    Map<String, Double> test,
    Map<String, Double> simplest,
    String simplestName,
    Map<String, Double> lastValue,
    int bestEpoch,
    int epochs,
    long parameters,
    double secondsAnEpoch,
    double seconds,
    long megabytes,
    int trainRows,
    int testRows,
    int validationRows) {

  public TrialResult {
    lastValue = lastValue == null ? Map.of() : lastValue; // of a trial that was written before
  }

  /** How a trial ended. */
  public enum State {
    /** Trained and tested. */
    DONE,
    /** A loss or a parameter was not finite. */
    DIVERGED,
    /** Refused, or an error. */
    FAILED,
    /** Ended by a signal, or without a word. */
    CRASHED
  }

  /** A trial that did not end well. */
  public static TrialResult failed(
      String variant, long seed, State state, String reason, int attempt) {
    return new TrialResult(
        variant, seed, state, reason, attempt, Map.of(), Map.of(), Map.of(), "", Map.of(), 0, 0, 0,
        0, 0, 0, 0, 0, 0);
  }

  /** Returns whether it trained and tested. */
  public boolean done() {
    return state == State.DONE;
  }
}
