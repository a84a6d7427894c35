package org.braidml.runner.study.report;

import java.util.List;
import org.braidml.runner.study.config.ComparedRows;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.run.TrialResult;
import org.braidml.runner.study.stats.Interval;
import org.braidml.runner.study.stats.PairedT;

/** The scores of a variant's trials, and the interval of their mean. */
final class Scores {

  private static final double ALPHA = 0.05;
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  private final StudyReport report;
  private final StudyPlan plan;

  Scores(StudyReport report) {
    this.report = report;
    this.plan = report.plan();
  }

  /** Returns what the ended trials of a variant reached, in the order of their seeds. */
  List<Double> of(Row row, ComparedRows rows) {
    return row.trials().stream()
        .filter(TrialResult::done)
        .map(trial -> rows == ComparedRows.TEST ? trial.test() : trial.validation())
        .map(metrics -> metrics.getOrDefault(plan.metric(), Double.NaN))
        .filter(score -> !score.isNaN())
        .toList();
  }

  /** Returns the 95 % t interval of a mean; no numbers below two scores. */
  Interval interval(List<Double> scores, ComparedRows measured) {
    double ratio = PairedComparisons.ratio(plan, report.rows(), measured);
    return scores.size() < 2
        ? NONE
        : PairedT.corrected(ratio, scores.stream().mapToDouble(d -> d).toArray()).interval(ALPHA);
  }
}
