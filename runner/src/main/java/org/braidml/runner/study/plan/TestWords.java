package org.braidml.runner.study.plan;

import java.util.Locale;
import org.braidml.runner.study.config.StudyConfig;

/** The analysis in words, as the plan and the report tell it. */
final class TestWords {

  private TestWords() {}

  static String of(StudyConfig config, int comparisons) {
    String test =
        config.resplit() || config.folds().isPresent()
            ? "Nadeau and Bengio's corrected resampled t test of differences paired by "
                + (config.folds().isPresent() ? "fold" : "seed")
            : "t test of differences paired by seed";
    String level = level(config.alpha());
    return comparisons == 1
        ? "%s, two-sided; %s interval".formatted(test, level)
        : "%s, two-sided; p-values after Holm over %d comparisons; simultaneous %s intervals (Bonferroni)"
            .formatted(test, comparisons, level);
  }

  /** Returns the level of intervals, for example {@code 95 %}. */
  static String level(double alpha) {
    return String.format(Locale.ROOT, "%.4g", 100 * (1 - alpha)).replaceFirst("\\.?0+$", "") + " %";
  }
}
