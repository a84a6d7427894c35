package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Scores;
import org.braidml.runner.report.ChartData.Axis;
import org.braidml.runner.report.ChartData.Bin;
import org.braidml.runner.report.ChartData.Line;
import org.braidml.runner.report.ChartData.Lines;
import org.braidml.runner.report.ChartData.Stroke;

/**
 * Whether probabilities hold: of the rows that were given 0.8, are 8 in 10 so? Two classes are
 * measured by the probability of the positive one, more by that of the predicted one.
 */
final class CalibrationChart {

  private static final int BINS = 10;

  private final boolean binary;
  private final double[] predicted = new double[BINS];
  private final long[] observed = new long[BINS];
  private final long[] rows = new long[BINS];

  CalibrationChart(TargetSpec target, Scores scores) {
    this.binary = target.kind().isTruth();
    for (int i = 0; i < scores.size(); i++) {
      add(scores, i);
    }
  }

  private void add(Scores scores, int row) {
    int actual = (int) scores.targets()[row];
    int asked = binary ? 1 : scores.decided(row);
    double p = scores.ofDecided(row);
    if (binary) {
      float[] prediction = scores.predictions()[row];
      p = prediction[prediction.length - 1];
    }
    if (Double.isNaN(p)) {
      return;
    }
    int bin = Math.min(BINS - 1, Math.max(0, (int) (p * BINS)));
    predicted[bin] += p;
    observed[bin] += actual == asked ? 1 : 0;
    rows[bin]++;
  }

  Chart chart(String id) {
    String event = binary ? "Share that is positive" : "Share predicted right";
    List<List<Double>> points = new ArrayList<>();
    List<Bin> bins = new ArrayList<>();
    Table.Builder table =
        Table.of("Calibration")
            .text("Probability")
            .numbers("Mean predicted probability", event, "Test rows");
    double furthest = 0;
    for (int i = 0; i < BINS; i++) {
      double from = i / (double) BINS;
      double to = (i + 1) / (double) BINS;
      double mean = predicted[i] / rows[i];
      double share = (double) observed[i] / rows[i];
      bins.add(new Bin(from, to, rows[i]));
      table.row(
          from + " to " + to, Numbers.exact(mean), Numbers.exact(share), Numbers.count(rows[i]));
      if (rows[i] > 0) {
        points.add(ChartData.point(mean, share));
        furthest = Math.max(furthest, Math.abs(mean - share));
      }
    }
    List<List<Double>> diagonal = List.of(ChartData.point(0, 0), ChartData.point(1, 1));
    return new Chart(
        id,
        "Calibration",
        "On the dashed line probabilities mean what they say. The bars below count rows.",
        "Reliability diagram over ten bins of the %s. The greatest distance from the diagonal is %s."
            .formatted(
                binary ? "predicted probability of the positive class" : "top probability",
                Numbers.brief(furthest)),
        new Chart.Box(400, 0, false),
        new Lines(
            Axis.share("Predicted probability"),
            Axis.share(event),
            List.of(
                new Line("this run", points, Stroke.SOLID, true),
                new Line("perfect", diagonal, Stroke.DASHED, false)),
            null,
            bins),
        table.build());
  }
}
