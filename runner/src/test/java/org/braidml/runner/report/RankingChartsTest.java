package org.braidml.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.runner.report.ChartData.Lines;
import org.junit.jupiter.api.Test;

class RankingChartsTest {

  /** Two rows tie at 0.5, one of each class. */
  private final Scores scores =
      new Scores(
          new float[][] {{0.9f}, {0.5f}, {0.5f}, {0.3f}, {0.1f}}, new float[] {1, 0, 1, 1, 0});

  @Test
  void rocMovesAlongTies() {
    Lines roc = (Lines) new RankingCharts(scores).roc("roc", "yes").data();
    assertThat(roc.lines().get(0).points())
        .containsExactly(
            List.of(0.0, 0.0),
            List.of(0.0, 0.33333),
            List.of(0.5, 0.66667),
            List.of(0.5, 1.0),
            List.of(1.0, 1.0));
  }

  @Test
  void areaUnderTheDrawnRocIsTheMetric() {
    List<List<Double>> points =
        ((Lines) new RankingCharts(scores).roc("roc", "yes").data()).lines().get(0).points();
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      double width = points.get(i).get(0) - points.get(i - 1).get(0);
      area += width * (points.get(i).get(1) + points.get(i - 1).get(1)) / 2;
    }
    assertThat(area).isEqualTo(Metrics.ROC_AUC.of(scores), within(1e-4));
  }

  @Test
  void areaUnderTheDrawnStepsIsTheAveragePrecision() {
    List<List<Double>> points =
        ((Lines) new RankingCharts(scores).precisionRecall("pr", "yes").data())
            .lines()
            .get(0)
            .points();
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      area += (points.get(i).get(0) - points.get(i - 1).get(0)) * points.get(i).get(1);
    }
    assertThat(area).isEqualTo(Metrics.PR_AUC.of(scores), within(1e-4));
  }

  @Test
  void oneClassHasNoCurves() {
    Scores one = new Scores(new float[][] {{0.9f}, {0.5f}}, new float[] {1, 1});
    assertThat(new RankingCharts(one).defined()).isFalse();
  }
}
