package org.braidml.runner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.braidml.api.metric.Metrics;
import org.braidml.api.metric.Scores;
import org.braidml.runner.report.ChartData.Axis;
import org.braidml.runner.report.ChartData.Line;
import org.braidml.runner.report.ChartData.Lines;
import org.braidml.runner.report.ChartData.Stroke;

/** How well a probability ranks the positive class above the negative one, at every threshold. */
final class RankingCharts {

  private static final int MOST_POINTS = 200;
  private static final int TABLE_ROWS = 20;

  /** What holds if every row that scores at least the threshold is called positive. */
  private record Cut(double threshold, long hits, long alarms) {}

  private final Scores scores;
  private final List<Cut> cuts;
  private final long positives;
  private final long negatives;

  RankingCharts(Scores scores) {
    this.scores = scores;
    this.cuts = cuts(scores);
    Cut last = cuts.get(cuts.size() - 1);
    this.positives = last.hits();
    this.negatives = last.alarms();
  }

  /** Returns whether both classes occur: without them there are no curves. */
  boolean defined() {
    return positives > 0 && negatives > 0;
  }

  Chart roc(String id, String positive) {
    List<List<Double>> points =
        thinned(cuts, MOST_POINTS).stream()
            .map(cut -> ChartData.point(falseRate(cut), hitRate(cut)))
            .toList();
    Line curve = new Line("this run", points, Stroke.SOLID, false);
    List<List<Double>> diagonal = List.of(ChartData.point(0, 0), ChartData.point(1, 1));
    Line chance = new Line("by chance", diagonal, Stroke.DASHED, false);
    Table.Builder table =
        Table.of("ROC curve")
            .text("Threshold")
            .numbers("False positive rate", "True positive rate");
    thinned(cuts, TABLE_ROWS)
        .forEach(
            cut ->
                table.row(
                    Numbers.exact(cut.threshold()),
                    Numbers.exact(falseRate(cut)),
                    Numbers.exact(hitRate(cut))));
    String area = Numbers.brief(Metrics.ROC_AUC.of(scores));
    return new Chart(
        id,
        "ROC curve",
        "True against false positives at every threshold; area " + area + ".",
        "ROC curve for the positive class %s. The area under it is %s; by chance it is 0.5."
            .formatted(positive, area),
        Chart.Box.USUAL,
        lines("False positive rate", "True positive rate", List.of(curve, chance)),
        table.build());
  }

  Chart precisionRecall(String id, String positive) {
    List<Cut> steps = cuts.subList(1, cuts.size());
    List<List<Double>> points = new ArrayList<>();
    points.add(ChartData.point(0, precision(steps.get(0))));
    thinned(steps, MOST_POINTS)
        .forEach(cut -> points.add(ChartData.point(hitRate(cut), precision(cut))));
    Line curve = new Line("this run", points, Stroke.STEP, false);
    double share = (double) positives / scores.size();
    List<List<Double>> level = List.of(ChartData.point(0, share), ChartData.point(1, share));
    Line chance = new Line("by chance", level, Stroke.DASHED, false);
    Table.Builder table =
        Table.of("Precision-recall curve").text("Threshold").numbers("Recall", "Precision");
    thinned(steps, TABLE_ROWS)
        .forEach(
            cut ->
                table.row(
                    Numbers.exact(cut.threshold()),
                    Numbers.exact(hitRate(cut)),
                    Numbers.exact(precision(cut))));
    String area = Numbers.brief(Metrics.PR_AUC.of(scores));
    return new Chart(
        id,
        "Precision-recall curve",
        "Precision against recall at every threshold; area " + area + ".",
        "Precision-recall curve for the positive class %s. The area under it is %s; by chance it is %s."
            .formatted(positive, area, Numbers.brief(share)),
        Chart.Box.USUAL,
        lines("Recall", "Precision", List.of(curve, chance)),
        table.build());
  }

  private static Lines lines(String x, String y, List<Line> lines) {
    return new Lines(Axis.share(x), Axis.share(y), lines, null, List.of());
  }

  private double hitRate(Cut cut) {
    return (double) cut.hits() / positives;
  }

  private double falseRate(Cut cut) {
    return (double) cut.alarms() / negatives;
  }

  private static double precision(Cut cut) {
    return (double) cut.hits() / (cut.hits() + cut.alarms());
  }

  /** From nothing called positive to everything; rows that tie fall together. */
  private static List<Cut> cuts(Scores scores) {
    int[] order =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -score(scores, i)))
            .mapToInt(i -> i)
            .toArray();
    List<Cut> cuts = new ArrayList<>(List.of(new Cut(Double.POSITIVE_INFINITY, 0, 0)));
    long hits = 0;
    for (int i = 0; i < order.length; i++) {
      hits += scores.targets()[order[i]] > 0.5f ? 1 : 0;
      double score = score(scores, order[i]);
      if (i + 1 == order.length || score(scores, order[i + 1]) != score) {
        cuts.add(new Cut(score, hits, i + 1 - hits));
      }
    }
    return cuts;
  }

  private static double score(Scores scores, int i) {
    float[] prediction = scores.predictions()[i];
    return prediction[prediction.length - 1];
  }

  private static List<Cut> thinned(List<Cut> cuts, int most) {
    if (cuts.size() <= most) {
      return cuts;
    }
    return IntStream.range(0, most)
        .mapToObj(i -> cuts.get((int) ((long) i * (cuts.size() - 1) / (most - 1))))
        .toList();
  }
}
