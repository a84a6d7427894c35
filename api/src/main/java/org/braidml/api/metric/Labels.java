package org.braidml.api.metric;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Metrics of targets of labels, of each of which a row says whether it is present. */
final class Labels {

  private Labels() {}

  /** F1 of all labels of all examples together; 0 if none is present and none decided for. */
  static double microF1(Scores scores) {
    return Classification.f1(scores)[1];
  }

  /** The mean over labels; a label that is neither present nor decided for counts as 0. */
  static double macroF1(Scores scores) {
    return mean(scores, label -> Classification.f1(label)[1]);
  }

  /** The mean over the labels that are present in some example. */
  static double macroAveragePrecision(Scores scores) {
    return mean(scores, Ranking::averagePrecision);
  }

  /** The share of examples of which every label is decided rightly. */
  static double subsetAccuracy(Scores scores) {
    long right =
        IntStream.range(0, scores.examples())
            .filter(example -> Classification.right(scores, example))
            .count();
    return (double) right / scores.examples();
  }

  private static double mean(Scores scores, ToDoubleFunction<Scores> metric) {
    return IntStream.range(0, scores.labels())
        .mapToDouble(label -> metric.applyAsDouble(scores.ofLabel(label)))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
