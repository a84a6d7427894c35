package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.braidml.runner.study.config.ComparedRows;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.report.StudyReport.Compared;
import org.braidml.runner.study.report.StudyReport.Row;
import org.braidml.runner.study.report.StudyReport.Verdict;
import org.braidml.runner.study.run.TrialResult;
import org.braidml.runner.study.stats.Bootstrap;
import org.braidml.runner.study.stats.Comparison;
import org.braidml.runner.study.stats.EffectSize;
import org.braidml.runner.study.stats.Family;
import org.braidml.runner.study.stats.Holm;
import org.braidml.runner.study.stats.Interval;
import org.braidml.runner.study.stats.SignFlip;
import org.braidml.runner.study.stats.Wilcoxon;
import org.jspecify.annotations.Nullable;

/** The planned comparisons with the baseline, paired by seed. */
final class PairedComparisons {

  private final StudyPlan plan;
  private final Map<String, Row> rows = new HashMap<>();

  PairedComparisons(StudyPlan plan, List<Row> rows) {
    this.plan = plan;
    rows.forEach(row -> this.rows.put(row.variant().name(), row));
  }

  /** Returns one a planned comparison, in the order of the plan. */
  List<Compared> all() {
    List<String> names = new ArrayList<>();
    List<double[]> differences = new ArrayList<>();
    for (String name : plan.comparisons()) {
      differences(name)
          .ifPresent(
              paired -> {
                names.add(name);
                differences.add(paired);
              });
    }
    Family family =
        new Family(
            plan.comparisons().size(), plan.alpha(), ratio(plan, rows.values(), plan.compare()));
    List<Comparison> compared = family.compare(differences);
    boolean signs = family.reachable(plan.seeds()) && !plan.resampled();
    List<@Nullable Double> wilcoxon = others(signs, Wilcoxon::p, differences);
    List<@Nullable Double> flips = others(signs, SignFlip::p, differences);
    Map<String, Compared> byName = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      double[] paired = differences.get(i);
      Comparison one = compared.get(i);
      byName.put(
          names.get(i),
          new Compared(
              names.get(i),
              verdict(one),
              one.test().mean(),
              one.interval(),
              one.adjusted(),
              EffectSize.hedges(one.test()),
              one.detectable(),
              wilcoxon.get(i),
              flips.get(i),
              bootstrap(family, one, paired),
              Arrays.stream(paired).boxed().toList()));
    }
    return plan.comparisons().stream()
        .map(name -> byName.getOrDefault(name, Compared.not(name)))
        .toList();
  }

  private List<@Nullable Double> others(
      boolean apply, ToDoubleFunction<double[]> test, List<double[]> differences) {
    if (!apply) {
      return Collections.nCopies(differences.size(), null);
    }
    double[] p = differences.stream().mapToDouble(test).toArray();
    return Arrays.stream(Holm.adjusted(plan.comparisons().size(), p)).boxed().toList();
  }

  private @Nullable Interval bootstrap(Family family, Comparison one, double[] paired) {
    boolean apply = paired.length >= Bootstrap.LEAST && !plan.resampled() && !one.test().constant();
    return apply ? Bootstrap.mean(family.level(), paired) : null;
  }

  /** One difference a seed, if every seed of both is done and measured. */
  private Optional<double[]> differences(String name) {
    double[] variant = scores(name);
    double[] baseline = scores(plan.baseline());
    if (variant.length < plan.seeds() || baseline.length < plan.seeds()) {
      return Optional.empty();
    }
    double[] differences = new double[variant.length];
    Arrays.setAll(differences, i -> variant[i] - baseline[i]);
    return Optional.of(differences);
  }

  private double[] scores(String name) {
    Row row = rows.get(name);
    return row == null
        ? new double[0]
        : row.trials().stream()
            .filter(TrialResult::done)
            .mapToDouble(trial -> Analysis.score(plan, trial))
            .filter(value -> !Double.isNaN(value))
            .toArray();
  }

  /**
   * Returns how many rows are measured for each that trains, where trials split rows differently:
   * they share some, and a test must know how many. 0 where trials share none by chance.
   *
   * @param measured the rows that scores are of
   */
  static double ratio(StudyPlan plan, Collection<Row> rows, ComparedRows measured) {
    return plan.resampled()
        ? rows.stream()
            .flatMap(row -> row.trials().stream())
            .filter(trial -> trial.done() && trial.trainRows() > 0)
            .mapToDouble(trial -> (double) count(trial, measured) / trial.trainRows())
            .max()
            .orElse(0)
        : 0;
  }

  /** Trials of a Braid that did not write down validation rows are taken by their test rows. */
  private static int count(TrialResult trial, ComparedRows measured) {
    boolean validation = measured == ComparedRows.VALIDATION && trial.validationRows() > 0;
    return validation ? trial.validationRows() : trial.testRows();
  }

  private Verdict verdict(Comparison one) {
    if (one.test().constant()) {
      return Verdict.CONSTANT;
    }
    if (!one.shown()) {
      return Verdict.NOT_SHOWN;
    }
    return one.test().mean() > 0 == plan.higherIsBetter() ? Verdict.BETTER : Verdict.WORSE;
  }
}
