package org.braidml.runner.study.report;

import java.util.Locale;
import org.braidml.api.config.Names;
import org.braidml.runner.study.plan.StudyPlan;

/** What stands around the tables of a study, the same in Markdown and on the page. */
final class StudyWords {

  private StudyWords() {}

  /** Returns how many trials are to come, as a sentence; empty if none is. */
  static String unfinished(StudyReport report) {
    return report.waiting() == 0
        ? ""
        : "Unfinished: %d of %d trials have not ended."
            .formatted(report.waiting(), report.plan().trials());
  }

  static String ranking(StudyPlan plan) {
    return "By the mean of %s on the validation rows over %s, %s better; deviations after ±. The test rows stand beside it and chose nothing."
        .formatted(plan.metric(), plan.runs(), plan.higherIsBetter() ? "more is" : "less is");
  }

  static String comparisons(StudyPlan plan) {
    return "Planned before the first trial: %s on the %s rows; %s; alpha %s."
        .formatted(
            plan.metric(),
            Names.ofConstant(plan.compare()),
            plan.test(),
            Double.toString(plan.alpha()).replaceFirst("^0\\.", "."));
  }

  static String units(StudyPlan plan, Numbers numbers) {
    return "Differences are %s; detectable: with 80 %% power from as many %s."
        .formatted(numbers.unit(), plan.unit());
  }

  static String untuned(StudyPlan plan) {
    int equal = plan.untuned().size();
    return equal == 0
        ? "Nothing was tuned for any variant: no number of the model or its training is equal in all"
        : String.format(
            Locale.ROOT,
            "Nothing was tuned for any variant: %d settings are equal in all of them",
            equal);
  }

  static String base(StudyPlan plan) {
    String with = plan.overrides().isEmpty() ? "" : " with " + String.join(", ", plan.overrides());
    return "Base " + plan.base() + with + ", Braid " + plan.braid() + ".";
  }

  static String seeds(StudyPlan plan) {
    return "seeds %d to %d drive initial weights, order and dropout; the split %s"
        .formatted(plan.firstSeed(), plan.firstSeed() + plan.seeds() - 1, split(plan));
  }

  private static String split(StudyPlan plan) {
    if (plan.folds() > 0) {
      int times = plan.seeds() / plan.folds();
      return "deals rows to %d folds, %s; each seed tests one of them"
          .formatted(plan.folds(), times == 1 ? "once" : times + " times");
    }
    return plan.resplit() ? "is drawn anew by each seed" : "is one and the same";
  }
}
