package org.braidml.runner.study.report;

import java.util.Locale;
import java.util.Set;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.run.TrialResult;
import org.braidml.runner.study.run.Words;
import org.braidml.runner.study.stats.Interval;

/** Differences, intervals and p-values as sentences and tables tell them. */
final class Numbers {

  /** Metrics that are shares: their differences are told in points, hundredths. */
  private static final Set<String> SHARES =
      Set.of(
          "accuracy",
          "balanced-accuracy",
          "f1",
          "macro-f1",
          "weighted-f1",
          "roc-auc",
          "pr-auc",
          "calibration-error");

  private static final String UNDEFINED = "n/a";

  private final String metric;
  private final boolean share;
  private final double alpha;

  Numbers(StudyPlan plan) {
    metric = plan.metric();
    share = SHARES.contains(metric.substring(metric.lastIndexOf('.') + 1));
    alpha = plan.alpha();
  }

  /** Returns the unit of differences after their number: {@code points of accuracy}. */
  String unit() {
    return share ? "points of " + metric : "in " + metric;
  }

  /** Returns what differences are multiplied by: 100 for shares. */
  double scale() {
    return share ? 100 : 1;
  }

  /** Returns what an axis of differences measures. */
  String axis() {
    return share ? "difference, points of " + metric : "difference of " + metric;
  }

  /** Returns the unit where the metric was named before. */
  String shortUnit() {
    return share ? "points" : "in " + metric;
  }

  /**
   * Returns a difference without its unit.
   *
   * @param margin half the width of its interval, which says how many digits it has
   */
  String difference(double value, double margin) {
    if (Double.isNaN(value)) {
      return UNDEFINED;
    }
    double digit = margin > 0 ? margin * scale() : Math.abs(value * scale()) / 10;
    int least = share ? 1 : 0;
    return number(value * scale(), digit > 0 ? Math.max(least, Math.min(6, places(digit))) : 1);
  }

  /** One digit of the margin, two where the first is a 1 or a 2. */
  private static int places(double margin) {
    int exponent = (int) Math.floor(Math.log10(margin));
    return margin / Math.pow(10, exponent) < 3 ? 1 - exponent : -exponent;
  }

  /** Returns {@code 0.9 to 2.7}; an end that is not zero is not told as zero. */
  String interval(Interval interval) {
    double margin = (interval.high() - interval.low()) / 2;
    return end(interval.low(), margin) + " to " + end(interval.high(), margin);
  }

  private String end(double value, double margin) {
    String text = difference(value, margin);
    double finer = margin;
    while (value != 0 && text.matches("-?0(\\.0*)?") && finer > 1e-9) {
      finer /= 10;
      text = difference(value, finer);
    }
    return text;
  }

  /** Returns {@code = .004} or {@code < .001}. */
  String p(double p) {
    if (Double.isNaN(p)) {
      return UNDEFINED;
    }
    if (p < 0.001) {
      return "< .001";
    }
    boolean near = Math.abs(p - alpha) < 0.005;
    String text = number(p, near ? 4 : p < 0.1 ? 3 : 2);
    return "= " + text.replaceFirst("^0\\.", ".").replaceFirst("^1\\.0*$", "1");
  }

  /** Returns four digits after the point, or what stands where there is no number. */
  static String exact(double value) {
    return Double.isFinite(value) ? number(value, 4) : UNDEFINED;
  }

  static String number(double value, int places) {
    String text = String.format(Locale.ROOT, "%." + places + "f", value);
    return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
  }

  static String word(TrialResult result) {
    return Words.of(result.state());
  }
}
