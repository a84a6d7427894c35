package org.braidml.runner.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.braidml.runner.study.config.ComparedRows;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.run.TrialResult;

/** Plans and trials that nobody ran, whose truth is known. */
final class MadeStudy {

  private MadeStudy() {}

  static StudyPlan plan(String metric, int seeds, boolean resplit, String... names) {
    return plan(metric, seeds, resplit, 0, ComparedRows.TEST, names);
  }

  /** A plan whose rows are dealt to folds. */
  static StudyPlan folds(int folds, int seeds, String... names) {
    return plan("accuracy", seeds, false, folds, ComparedRows.TEST, names);
  }

  /** The same, compared on the validation rows. */
  static StudyPlan foldsOnValidationRows(int folds, int seeds, String... names) {
    return plan("accuracy", seeds, false, folds, ComparedRows.VALIDATION, names);
  }

  private static StudyPlan plan(
      String metric, int seeds, boolean resplit, int folds, ComparedRows compare, String... names) {
    List<PlannedVariant> variants = new ArrayList<>();
    for (String name : names) {
      boolean reference = name.equals("static-only");
      variants.add(
          new PlannedVariant(
              name,
              "01-" + name,
              reference,
              reference ? Map.of() : Map.of("pooling", name),
              Map.of("model.encoders.name.pooling.type", name),
              name.equals("max") ? List.of("model.encoders.name.pooling.size = 2") : List.of(),
              0));
    }
    List<String> comparisons =
        List.of(names).subList(1, names.length).stream()
            .filter(name -> !name.equals("static-only"))
            .toList();
    return new StudyPlan(
        StudyPlan.FORMAT,
        "0",
        "pooling",
        "names.conf",
        List.of("training.epochs=1"),
        metric,
        !metric.equals("rmse"),
        compare,
        names[0],
        comparisons,
        "a test in words",
        0.05,
        seeds,
        1,
        resplit,
        2,
        List.of(),
        List.of(),
        List.of("pooling"),
        variants,
        List.of("training.batch-size = 64", "training.optimizer.learning-rate = 0.003"),
        List.of("The reference mean-embedding is left out by the study file."),
        folds);
  }

  /** A trial that reached a score on the test rows, and a hundredth more on the validation rows. */
  static TrialResult done(StudyPlan plan, String variant, long seed, double score) {
    return new TrialResult(
        variant,
        seed,
        TrialResult.State.DONE,
        "",
        1,
        Map.of(plan.metric(), score + 0.01),
        Map.of(plan.metric(), score),
        Map.of(plan.metric(), 0.25),
        "majority class",
        Map.of(),
        3,
        4,
        61_859,
        1.25,
        6.5,
        700,
        800,
        200,
        100);
  }

  /** The same trial, of windows over the column of the target. */
  static TrialResult withLastValue(TrialResult r, Map<String, Double> lastValue) {
    return new TrialResult(
        r.variant(),
        r.seed(),
        r.state(),
        r.reason(),
        r.attempt(),
        r.validation(),
        r.test(),
        r.simplest(),
        r.simplestName(),
        lastValue,
        r.bestEpoch(),
        r.epochs(),
        r.parameters(),
        r.secondsAnEpoch(),
        r.seconds(),
        r.megabytes(),
        r.trainRows(),
        r.testRows(),
        r.validationRows());
  }

  static TrialResult diverged(String variant, long seed) {
    return TrialResult.failed(
        variant, seed, TrialResult.State.DIVERGED, "the loss is NaN at step 3", 1);
  }

  /** Scores around a mean for each variant, every seed with a part of its own. */
  static List<TrialResult> results(StudyPlan plan, long randomSeed, double... means) {
    Random random = new Random(randomSeed);
    List<TrialResult> results = new ArrayList<>();
    for (long seed : plan.seedList()) {
      double shared = 0.01 * random.nextGaussian();
      for (int v = 0; v < means.length; v++) {
        double score = means[v] + shared + 0.01 * random.nextGaussian();
        results.add(done(plan, plan.variants().get(v).name(), seed, score));
      }
    }
    return results;
  }
}
