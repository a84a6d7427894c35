package org.braidml.runner.study.plan;

import java.util.ArrayList;
import java.util.List;
import org.braidml.api.config.Problem;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.study.config.StudyConfig;

/** Whether the split of the base can be drawn anew by seeds, or dealt to folds. */
final class SplitRules {

  private SplitRules() {}

  /**
   * Checks.
   *
   * @param config the study
   * @param seeds of each variant
   * @param base the experiment of the study
   */
  static List<Problem> check(StudyConfig config, int seeds, Experiment base) {
    List<Problem> problems = new ArrayList<>();
    SplitConfig split = base.config().data().split();
    boolean random = split.shuffle() && split.column().isEmpty() && split.time().isEmpty();
    if (config.resplit() && !random) {
      problems.add(
          Problem.at("resplit")
              .value("true")
              .what("the split of the base is not drawn at random, so no seed draws another")
              .remedy(
                  "set resplit = false, or data.split.shuffle = true without data.split.column, time")
              .build());
    }
    if (config.folds().isPresent()) {
      folds(config, config.folds().get(), seeds, random, base, problems);
    }
    return problems;
  }

  private static void folds(
      StudyConfig config,
      int folds,
      int seeds,
      boolean random,
      Experiment base,
      List<Problem> problems) {
    if (config.resplit()) {
      told(folds, "each fold splits the rows differently already", "leave resplit out", problems);
    }
    if (!random) {
      told(
          folds,
          "the split of the base is not drawn at random, so rows cannot be dealt to folds",
          "leave folds out, or set data.split.shuffle = true without data.split.column, time",
          problems);
    }
    if (base.config().data().source().files().containsKey("test")) {
      told(
          folds,
          "a fold is to test, and data.source.test already gives test rows",
          "leave one of them out",
          problems);
    }
    if (seeds % folds != 0) {
      int less = Math.max(folds, seeds / folds * folds);
      String more = less < seeds ? " or " + (less + folds) : "";
      told(
          folds,
          "%d seeds do not let every fold test equally often".formatted(seeds),
          "seeds = %d%s: a multiple of folds, one seed a fold".formatted(less, more),
          problems);
    }
  }

  private static void told(int folds, String what, String remedy, List<Problem> problems) {
    problems.add(
        Problem.at("folds").value(Integer.toString(folds)).what(what).remedy(remedy).build());
  }
}
