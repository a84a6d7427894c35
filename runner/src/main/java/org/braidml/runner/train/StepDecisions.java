package org.braidml.runner.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Classification;
import org.braidml.api.metric.Decisions;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;

/**
 * Of predictions of the next token what its metrics need: three numbers a step in the place of one
 * a token of the vocabulary. They are the decided class, its probability, and that of the target,
 * NaN for a step without one. A class stands as a float, which is exact below 2^24.
 */
public final class StepDecisions {

  private static final int WIDTH = 3;
  private static final int MOST = 1 << 24;

  private StepDecisions() {}

  /** Returns whether all metrics of a head are computed from what is kept. */
  public static boolean suffice(HeadBox head) {
    int classes = head.block().width();
    return head.target().stepsOf().isPresent()
        && head.target().kind() == TargetSpec.Kind.MULTICLASS
        && classes > 1
        && classes < MOST
        && head.block().metrics().stream().noneMatch(Metric::needsEveryClass);
  }

  /**
   * Keeps what is needed of a batch.
   *
   * @param predicted {@code (B, T, V)} probabilities
   * @param targets {@code (B, T)} classes, NaN where there is none; empty if none are known
   * @return {@code (B, T, 3)}
   */
  static float[] of(NDArray predicted, float[] targets) {
    int classes = (int) predicted.getShape().get(2);
    float[] all = predicted.toFloatArray();
    float[] kept = new float[all.length / classes * WIDTH];
    float[] step = new float[classes];
    for (int i = 0; i < kept.length / WIDTH; i++) {
      System.arraycopy(all, i * classes, step, 0, classes);
      int decided = Classification.decide(step);
      boolean known = i < targets.length && !Float.isNaN(targets[i]);
      kept[i * WIDTH] = decided;
      kept[i * WIDTH + 1] = step[decided];
      kept[i * WIDTH + 2] = known ? step[(int) targets[i]] : Float.NaN;
    }
    return kept;
  }

  /** Returns the decided class of every step. */
  public static float[] decided(float[] kept) {
    float[] decided = new float[kept.length / WIDTH];
    for (int i = 0; i < decided.length; i++) {
      decided[i] = kept[i * WIDTH];
    }
    return decided;
  }

  /** Returns steps, three numbers each, beside their targets. */
  static Scores scores(List<float[]> steps, float[] targets, int classes) {
    int[] decided = steps.stream().mapToInt(step -> (int) step[0]).toArray();
    float[] ofDecided = new float[decided.length];
    float[] ofTruth = new float[decided.length];
    for (int i = 0; i < decided.length; i++) {
      ofDecided[i] = steps.get(i)[1];
      ofTruth[i] = steps.get(i)[2];
    }
    return new Scores(new Decisions(classes, decided, ofDecided, ofTruth), targets);
  }
}
