package org.braidml.runner.study.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.braidml.runner.study.plan.PlannedVariant;
import org.braidml.runner.study.plan.StudyPlan;
import org.braidml.runner.study.run.TrialResult;
import org.braidml.runner.study.stats.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a study has to tell: what the reports draw from.
 *
 * @param plan what was to be done
 * @param rows one a variant, the best by the validation rows first, references after them
 * @param simplest the prediction that ignores the input; null before the first trial is done
 * @param lastValue the last value of each window; null unless windows gather the column of the
 *     target
 * @param comparisons one a planned comparison, in the order of the plan
 * @param sentences what the study says
 * @param failures a sentence for each trial that did not end well
 * @param waiting how many trials have not ended
 */
public record StudyReport(
    StudyPlan plan,
    List<Row> rows,
    @Nullable Simplest simplest,
    @Nullable Simplest lastValue,
    List<Compared> comparisons,
    List<String> sentences,
    List<String> failures,
    int waiting) {

  /** Returns the predictions without a model. */
  public List<Simplest> withoutModel() {
    return Stream.of(Optional.ofNullable(simplest), Optional.ofNullable(lastValue))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * A variant, with its trials.
   *
   * @param variant as it was planned
   * @param rank from 1, by the mean on the validation rows; 0 for a reference or a variant whose
   *     seeds are not all done
   * @param trials those that have ended, in the order of seeds
   * @param done how many of them ended well
   * @param validation mean and deviation of the metric on the validation rows
   * @param test the same on the test rows
   * @param cost what it takes
   */
  public record Row(
      PlannedVariant variant,
      int rank,
      List<TrialResult> trials,
      int done,
      Spread validation,
      Spread test,
      Cost cost) {}

  /**
   * Numbers over seeds.
   *
   * @param n how many there are
   * @param mean NaN of none
   * @param deviation n - 1 in the denominator; NaN of fewer than two
   */
  public record Spread(int n, double mean, double deviation) {}

  /**
   * What a variant takes, in the median over its trials.
   *
   * @param parameters how many numbers it learns
   * @param secondsAnEpoch training alone
   * @param epochs until it stopped
   * @param megabytes the most memory that its process held; 0 where the system does not say
   */
  public record Cost(long parameters, double secondsAnEpoch, double epochs, long megabytes) {}

  /**
   * A prediction without a model.
   *
   * @param name for example {@code majority class} or {@code last value}
   * @param test its mean on the test rows; NaN if it is not defined
   */
  public record Simplest(String name, double test) {}

  /**
   * A comparison with the baseline. Differences are variant less baseline.
   *
   * @param variant the name of the variant
   * @param verdict what came of it
   * @param difference the mean over seeds
   * @param interval of the difference, simultaneous over all comparisons
   * @param p after Holm
   * @param effect Hedges' g; NaN without scatter
   * @param detectable the difference that is detected with 80 % power
   * @param wilcoxon the exact p-value after Holm; null where it cannot reach the level
   * @param signFlip the exact p-value after Holm; null where it cannot reach the level
   * @param bootstrap the BCa interval at the simultaneous level; null below 20 seeds
   * @param differences one a seed
   */
  public record Compared(
      String variant,
      Verdict verdict,
      double difference,
      Interval interval,
      double p,
      double effect,
      double detectable,
      @Nullable Double wilcoxon,
      @Nullable Double signFlip,
      @Nullable Interval bootstrap,
      List<Double> differences) {

    static Compared not(String variant) {
      Interval none = new Interval(Double.NaN, Double.NaN);
      return new Compared(
          variant,
          Verdict.NOT_COMPARED,
          Double.NaN,
          none,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          null,
          null,
          null,
          List.of());
    }
  }

  /** What came of a comparison. */
  public enum Verdict {
    /** Better than the baseline. */
    BETTER,
    /** Worse than the baseline. */
    WORSE,
    /** No difference was shown. */
    NOT_SHOWN,
    /** The difference is the same in every seed, so nothing was tested. */
    CONSTANT,
    /** Not all seeds of both are done. */
    NOT_COMPARED
  }
}
