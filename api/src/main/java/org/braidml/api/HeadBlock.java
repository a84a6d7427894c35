package org.braidml.api;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.metric.Metric;

/**
 * Merged encoding {@code (B, M)} or states {@code (B, T, H)} {@code ->} scores, loss, prediction.
 *
 * <p>Scores are what the loss reads (logits); predictions are what a user reads (probabilities, or
 * numbers in the unit of the target).
 */
public abstract class HeadBlock extends TypedBlock {

  /** For subclasses. */
  protected HeadBlock() {}

  /** Returns how many numbers one prediction has: {@code K}. */
  public abstract int width();

  /** Returns the metrics to report, the first of which early stopping watches by default. */
  public abstract List<Metric> metrics();

  /**
   * Computes scores.
   *
   * @param pass parameters, training flag, random stream and taps
   * @param input of the specification that the block was built with
   * @return scores {@code (B, K)}, or {@code (B, T, K)} for a per-step head
   */
  public abstract NDArray forward(Pass pass, HeadInput input);

  /**
   * Computes the loss of scores.
   *
   * @param scores as {@link #forward} gave them
   * @param targets of the same rows; steps without a target, padding among them, must not count
   * @return the sum over examples (or real steps) and what to divide it by
   */
  public abstract Loss loss(NDArray scores, TargetBatch targets);

  /**
   * Returns what the loss of some targets is divided by, the {@link Loss#weight} of {@link #loss}:
   * it follows from the targets alone, so that a step that is computed in parts knows its divisor
   * before the first. The number of targets, unless a head weighs them.
   *
   * @param targets of some rows
   */
  public double weight(TargetBatch targets) {
    return targets.host().length;
  }

  /**
   * Turns scores into predictions.
   *
   * @param scores as {@link #forward} gave them
   * @return {@code (B, K)} or {@code (B, T, K)}: probabilities, or numbers in the unit of the
   *     target
   */
  public abstract NDArray predict(NDArray scores);
}
