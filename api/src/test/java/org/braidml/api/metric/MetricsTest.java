package org.braidml.api.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Small cases by hand. */
final class MetricsTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /** Decided: 1, 0, 1, 0; true positives 1, false positives 1, false negatives 1. */
  private static final Scores FOUR =
      new Scores(new float[][] {{0.75f}, {0.25f}, {0.625f}, {0.375f}}, new float[] {1, 0, 0, 1});

  @Test
  void countsByHand() {
    assertThat(Classification.confusion(FOUR)).isDeepEqualTo(new long[][] {{1, 1}, {1, 1}});
    assertThat(Metrics.ACCURACY.of(FOUR)).isEqualTo(0.5);
    // 2 * 1 / (2 actual + 2 decided)
    assertThat(Metrics.F1.of(FOUR)).isEqualTo(0.5);
  }

  @Test
  void rankingByHand() {
    // Of the pairs (positive, negative): .75 > .25, .75 > .625, .375 > .25, not .375 > .625.
    assertThat(Metrics.ROC_AUC.of(FOUR)).isEqualTo(0.75);
    // Descending: positive at 1 (precision 1), negative, positive at 3 (precision 2/3).
    assertThat(Metrics.PR_AUC.of(FOUR)).isCloseTo((1 + 2.0 / 3) / 2, EXACT);
  }

  @Test
  void probabilitiesByHand() {
    double squares = 0.25 * 0.25 + 0.25 * 0.25 + 0.625 * 0.625 + 0.625 * 0.625;
    assertThat(Metrics.BRIER.of(FOUR)).isCloseTo(squares / 4, EXACT);
    double logs = Math.log(0.75) + Math.log(0.75) + Math.log(0.375) + Math.log(0.375);
    assertThat(Metrics.LOG_LOSS.of(FOUR)).isCloseTo(-logs / 4, EXACT);
    // Confidence .75 twice, right both times; .625 twice, wrong both times.
    assertThat(Metrics.CALIBRATION_ERROR.of(FOUR)).isCloseTo(0.5 * (1 - 0.75) + 0.5 * 0.625, EXACT);
  }

  @Test
  void oneColumnAndTwoAgree() {
    Scores two =
        new Scores(
            new float[][] {{0.25f, 0.75f}, {0.75f, 0.25f}, {0.375f, 0.625f}, {0.625f, 0.375f}},
            new float[] {1, 0, 0, 1});
    for (Metric metric : Metrics.binary()) {
      assertThat(metric.of(two)).as(metric.name()).isCloseTo(metric.of(FOUR), EXACT);
    }
  }

  @Test
  void errorsByHand() {
    // Errors 1, -1, 2: squares 6, around the mean 2 the targets spread by 1 + 0 + 1.
    Scores scores = new Scores(new float[][] {{2}, {1}, {5}}, new float[] {1, 2, 3});
    assertThat(Metrics.RMSE.of(scores)).isCloseTo(Math.sqrt(2), EXACT);
    assertThat(Metrics.MAE.of(scores)).isCloseTo(4.0 / 3, EXACT);
    assertThat(Metrics.R2.of(scores)).isCloseTo(1 - 6.0 / 2, EXACT);
  }

  @Test
  void sureAndWrongIsNotInfinite() {
    Scores wrong = new Scores(new float[][] {{0}}, new float[] {1});
    assertThat(Metrics.LOG_LOSS.of(wrong)).isCloseTo(23 * Math.log(2), EXACT);
  }
}
