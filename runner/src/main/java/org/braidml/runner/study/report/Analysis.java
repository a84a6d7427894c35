package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.braidml.api.run.HeadReport;
import org.braidml.runner.study.config.ComparedRows;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Cost;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.report.StudyReport.Simplest;
import org.braidml.runner.study.report.StudyReport.Spread;
import org.braidml.runner.study.run.TrialResult;
import org.jspecify.annotations.Nullable;

/** Makes the report of a study out of its plan and what came of its trials so far. */
public final class Analysis {

  private final StudyPlan plan;
  private final List<TrialResult> results;

  private Analysis(StudyPlan plan, List<TrialResult> results) {
    this.plan = plan;
    this.results = results;
  }

  /** Returns the report. */
  public static StudyReport of(StudyPlan plan, List<TrialResult> results) {
    return new Analysis(plan, results).report();
  }

  private StudyReport report() {
    List<Row> rows = ranked(plan.variants().stream().map(this::row).toList());
    List<StudyReport.Compared> comparisons = new PairedComparisons(plan, rows).all();
    return new StudyReport(
        plan,
        rows,
        simplest(),
        lastValue(),
        comparisons,
        Sentences.of(plan, rows, comparisons),
        failures(),
        plan.trials() - results.size());
  }

  private Row row(PlannedVariant variant) {
    List<TrialResult> trials =
        results.stream()
            .filter(r -> r.variant().equals(variant.name()))
            .sorted(Comparator.comparingLong(TrialResult::seed))
            .toList();
    List<TrialResult> done = trials.stream().filter(TrialResult::done).toList();
    return new Row(
        variant,
        0,
        trials,
        done.size(),
        spread(done.stream().map(TrialResult::validation).toList()),
        spread(done.stream().map(TrialResult::test).toList()),
        new Cost(
            done.stream().mapToLong(TrialResult::parameters).max().orElse(0),
            median(done.stream().mapToDouble(TrialResult::secondsAnEpoch).toArray()),
            median(done.stream().mapToDouble(TrialResult::epochs).toArray()),
            Math.round(median(done.stream().mapToDouble(TrialResult::megabytes).toArray()))));
  }

  private Spread spread(List<Map<String, Double>> metrics) {
    double[] values =
        metrics.stream()
            .filter(m -> m.containsKey(plan.metric()))
            .mapToDouble(m -> m.get(plan.metric()))
            .toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    return new Spread(values.length, mean, deviation);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Whole variants by the validation rows, then those with failed seeds, then references. */
  private List<Row> ranked(List<Row> rows) {
    double sign = plan.higherIsBetter() ? -1 : 1;
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing((Row row) -> row.variant().reference())
            .thenComparing(row -> row.done() < plan.seeds())
            .thenComparingDouble(
                row -> {
                  double mean = sign * row.validation().mean();
                  return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : mean;
                }));
    List<Row> ranked = new ArrayList<>();
    for (Row row : sorted) {
      boolean whole = !row.variant().reference() && row.done() == plan.seeds();
      ranked.add(
          new Row(
              row.variant(),
              whole ? ranked.size() + 1 : 0,
              row.trials(),
              row.done(),
              row.validation(),
              row.test(),
              row.cost()));
    }
    return List.copyOf(ranked);
  }

  private @Nullable Simplest simplest() {
    List<TrialResult> done =
        results.stream().filter(TrialResult::done).filter(r -> !r.simplest().isEmpty()).toList();
    if (done.isEmpty()) {
      return null;
    }
    return new Simplest(
        done.get(0).simplestName(), mean(done.stream().map(TrialResult::simplest).toList()));
  }

  private @Nullable Simplest lastValue() {
    double mean = mean(results.stream().map(TrialResult::lastValue).toList());
    return Double.isNaN(mean) ? null : new Simplest(HeadReport.LAST_VALUE, mean);
  }

  private double mean(List<Map<String, Double>> metrics) {
    return spread(metrics).mean();
  }

  private List<String> failures() {
    return results.stream()
        .filter(r -> !r.done())
        .map(
            r ->
                "%s, seed %d: %s: %s".formatted(r.variant(), r.seed(), Numbers.word(r), r.reason()))
        .toList();
  }

  /** Returns a trial's metric on the rows that are compared; NaN if it has none. */
  static double score(StudyPlan plan, TrialResult trial) {
    Map<String, Double> metrics =
        plan.compare() == ComparedRows.TEST ? trial.test() : trial.validation();
    return metrics.getOrDefault(plan.metric(), Double.NaN);
  }
}
