package org.braidml.runner.study.plan;

import java.util.ArrayList;
import java.util.List;
import org.braidml.runner.data.config.SplitConfig;
import org.braidml.runner.experiment.Experiment;
import org.braidml.runner.experiment.ExperimentConfig;
import org.braidml.runner.run.Resolved;

/**
 * A plan, with the experiments of its variants.
 *
 * @param plan what will be done
 * @param experiments one a variant, in the order of the plan
 */
public record Planned(StudyPlan plan, List<Experiment> experiments) {

  /**
   * One trial, bound.
   *
   * @param variant its variant
   * @param seed its seed
   * @param text its whole experiment, which holds from any folder
   */
  public record Trial(PlannedVariant variant, long seed, String text) {}

  /** Returns every trial, all variants of a seed before the next seed. */
  public List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (long seed : plan.seedList()) {
      for (int i = 0; i < experiments.size(); i++) {
        Experiment trial = seeded(experiments.get(i), seed, plan.variants().get(i).seedOffset());
        trials.add(new Trial(plan.variants().get(i), seed, Resolved.text(trial)));
      }
    }
    return trials;
  }

  private Experiment seeded(Experiment experiment, long seed, long offset) {
    ExperimentConfig config = experiment.config().withSeed(seed + offset).withThreads(1);
    SplitConfig split = config.data().split();
    if (plan.folds() > 0) {
      split =
          split
              .withSeed(plan.firstSeed() + plan.repetition(seed))
              .withFold(plan.folds(), plan.fold(seed));
    } else if (plan.resplit()) {
      split = split.withSeed(seed);
    }
    return experiment.withConfig(config.withData(config.data().withSplit(split)));
  }
}
