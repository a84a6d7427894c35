package org.braidml.runner.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Classification;

/**
 * What a model says of one example and one target.
 *
 * @param label the decided class; empty for a number, and for a target of labels, of which those
 *     with a probability above 0.5 are decided for
 * @param number the predicted number in its own unit; for classes the probability of the label; NaN
 *     for a target of labels
 * @param probabilities of every class, by label, in the order of the target; of every label that it
 *     is present; empty for a number
 * @param steps of a target of one value a step a prediction for each, and then there is no label of
 *     the whole; else empty
 */
public record Prediction(
    String label, float number, Map<String, Float> probabilities, List<Prediction> steps) {

  public Prediction {
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    steps = List.copyOf(steps);
  }

  /** Returns a prediction for each K numbers. */
  static Prediction ofSteps(TargetSpec target, float[] predicted, int width) {
    List<Prediction> steps = new ArrayList<>();
    for (int from = 0; from < predicted.length; from += width) {
      steps.add(of(target, Arrays.copyOfRange(predicted, from, from + width)));
    }
    return new Prediction("", Float.NaN, Map.of(), steps);
  }

  static Prediction of(TargetSpec target, float[] predicted) {
    if (target.classes().isEmpty()) {
      return new Prediction("", predicted[0], Map.of(), List.of());
    }
    if (!target.labels().isEmpty()) {
      return new Prediction("", Float.NaN, byName(target.labels(), predicted), List.of());
    }
    float[] all = Classification.probabilities(predicted);
    int decided = Classification.decide(predicted);
    return new Prediction(
        target.classes().get(decided), all[decided], byName(target.classes(), all), List.of());
  }

  private static Map<String, Float> byName(List<String> names, float[] numbers) {
    Map<String, Float> byName = new LinkedHashMap<>();
    for (int k = 0; k < numbers.length; k++) {
      byName.put(names.get(k), numbers[k]);
    }
    return byName;
  }
}
