package org.braidml.api.metric;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of the core, by kind of target. Each follows scikit-learn's definition of its name.
 */
public final class Metrics {

  /** Share of examples whose most probable class is the right one. */
  public static final Metric ACCURACY = ofDecisions("accuracy", true, Classification::accuracy);

  /** Mean over the classes that occur of the share of their examples that are found. */
  public static final Metric BALANCED_ACCURACY =
      ofDecisions("balanced-accuracy", true, Classification::balancedAccuracy);

  /** F1 of the positive class. */
  public static final Metric F1 = of("f1", true, scores -> Classification.f1(scores)[1]);

  /** Mean F1 of the classes that occur or were decided for; of labels the mean of all of theirs. */
  public static final Metric MACRO_F1 =
      ofDecisions(
          "macro-f1",
          true,
          scores -> scores.labels() > 1 ? Labels.macroF1(scores) : Classification.macroF1(scores));

  /** Mean of the classes' F1, weighted by how often each occurs. */
  public static final Metric WEIGHTED_F1 =
      ofDecisions("weighted-f1", true, Classification::weightedF1);

  /**
   * Mean negative logarithm of the probability of the right class, which counts as at least 2^-23
   * and at most 1 - 2^-23: the clipping of scikit-learn for FLOAT32.
   */
  public static final Metric LOG_LOSS = ofDecisions("log-loss", false, Probabilities::logLoss);

  /**
   * Mean squared difference between probability and outcome, summed over three or more classes
   * (range 0 to 2). Of two classes it is that of the positive one (range 0 to 1), whether
   * predictions have one column or two.
   */
  public static final Metric BRIER = of("brier", false, Probabilities::brier);

  /** Expected calibration error over 10 equal-width bins of the top probability (Naeini, 2015). */
  public static final Metric CALIBRATION_ERROR =
      ofDecisions("calibration-error", false, Probabilities::calibrationError);

  /**
   * Area under the receiver operating characteristic; ties count half. NaN if there is one class
   * only.
   */
  public static final Metric ROC_AUC = of("roc-auc", true, Ranking::rocAuc);

  /**
   * Average precision: the area under the precision-recall steps. NaN without a positive example,
   * where scikit-learn warns and says 0.
   */
  public static final Metric PR_AUC = of("pr-auc", true, Ranking::averagePrecision);

  /** F1 of all labels of all examples together, of a target of labels. */
  public static final Metric MICRO_F1 = of("micro-f1", true, Labels::microF1);

  /**
   * The mean of the labels' average precision. Labels that no example has are left out, where
   * scikit-learn warns and says 0.
   */
  public static final Metric MACRO_PR_AUC = of("macro-pr-auc", true, Labels::macroAveragePrecision);

  /** The share of examples of which every label is decided rightly. */
  public static final Metric SUBSET_ACCURACY = of("subset-accuracy", true, Labels::subsetAccuracy);

  /** Root of the mean squared error. */
  public static final Metric RMSE = of("rmse", false, Errors::rmse);

  /** Mean absolute error. */
  public static final Metric MAE = of("mae", false, Errors::mae);

  /**
   * Coefficient of determination. NaN if all targets are equal, where scikit-learn says 0 or, for
   * perfect predictions, 1.
   */
  public static final Metric R2 = of("r2", true, Errors::r2);

  /**
   * Mean deviance of a Poisson distribution, {@code 2 (y log(y / m) - y + m)} for a predicted mean
   * m. NaN if a prediction is not above 0, which scikit-learn refuses.
   */
  public static final Metric POISSON_DEVIANCE =
      of("poisson-deviance", false, Errors::poissonDeviance);

  /**
   * {@code exp} of {@link #LOG_LOSS}: among how many tokens the model wavers. A probability below
   * 2^-23 counts as that, so that it is at most 2^23, and less than {@code exp} of the loss where
   * right tokens were all but excluded.
   */
  public static final Metric PERPLEXITY =
      ofDecisions("perplexity", false, scores -> Math.exp(Probabilities.logLoss(scores)));

  /**
   * {@link #LOG_LOSS} in bits, at most 23 with its clipping: bits per character where tokens are
   * characters.
   */
  public static final Metric BITS_PER_TOKEN =
      ofDecisions("bits-per-token", false, scores -> Probabilities.logLoss(scores) / Math.log(2));

  private static final List<Metric> ALL =
      List.of(
          ACCURACY,
          BALANCED_ACCURACY,
          F1,
          MACRO_F1,
          WEIGHTED_F1,
          LOG_LOSS,
          BRIER,
          CALIBRATION_ERROR,
          ROC_AUC,
          PR_AUC,
          MICRO_F1,
          MACRO_PR_AUC,
          SUBSET_ACCURACY,
          RMSE,
          MAE,
          R2,
          POISSON_DEVIANCE,
          PERPLEXITY,
          BITS_PER_TOKEN);

  private Metrics() {}

  /** Returns every metric. */
  public static List<Metric> all() {
    return ALL;
  }

  /** Returns the metrics of a binary target; predictions are {@code (N, 1)} or {@code (N, 2)}. */
  public static List<Metric> binary() {
    return List.of(
        ROC_AUC, ACCURACY, BALANCED_ACCURACY, F1, PR_AUC, LOG_LOSS, BRIER, CALIBRATION_ERROR);
  }

  /** Returns the metrics of a target of several classes; predictions are {@code (N, C)}. */
  public static List<Metric> multiclass() {
    return List.of(
        ACCURACY, BALANCED_ACCURACY, MACRO_F1, WEIGHTED_F1, LOG_LOSS, BRIER, CALIBRATION_ERROR);
  }

  /** Returns the metrics of a target of labels; predictions are {@code (N L, 1)}. */
  public static List<Metric> multilabel() {
    return List.of(MACRO_PR_AUC, MICRO_F1, MACRO_F1, SUBSET_ACCURACY, LOG_LOSS);
  }

  /** Returns the metrics of the next token of a sequence; predictions are {@code (N, V)}. */
  public static List<Metric> nextToken() {
    return List.of(PERPLEXITY, BITS_PER_TOKEN, ACCURACY);
  }

  /** Returns the metrics of a number; predictions are {@code (N, 1)}. */
  public static List<Metric> regression() {
    return List.of(RMSE, MAE, R2);
  }

  /** Returns the metrics of a count; predictions are {@code (N, 1)}. */
  public static List<Metric> count() {
    return List.of(POISSON_DEVIANCE, RMSE, MAE);
  }

  /** Returns the metric of a name. */
  public static Optional<Metric> named(String name) {
    return ALL.stream().filter(metric -> metric.name().equals(name)).findFirst();
  }

  private static Metric of(String name, boolean higherIsBetter, ToDoubleFunction<Scores> function) {
    return new Simple(name, higherIsBetter, true, function);
  }

  /** Of what is decided and how probable that or the truth is. */
  private static Metric ofDecisions(
      String name, boolean higherIsBetter, ToDoubleFunction<Scores> function) {
    return new Simple(name, higherIsBetter, false, function);
  }

  private record Simple(
      String name,
      boolean higherIsBetter,
      boolean needsEveryClass,
      ToDoubleFunction<Scores> function)
      implements Metric {
    @Override
    public double of(Scores scores) {
      return function.applyAsDouble(scores);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
