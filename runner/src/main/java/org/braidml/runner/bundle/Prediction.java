package org.braidml.runner.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Classification;

/**
 * What a model says of one example and one target.
 *
 * @param label the decided class; empty for a number
 * @param number the predicted number in its own unit; for classes the probability of the label
 * @param probabilities of every class, by label, in the order of the target; empty for a number
 */
public record Prediction(String label, float number, Map<String, Float> probabilities) {

  public Prediction {
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
  }

  static Prediction of(TargetSpec target, float[] predicted) {
    if (target.classes().isEmpty()) {
      return new Prediction("", predicted[0], Map.of());
    }
    float[] all = Classification.probabilities(predicted);
    Map<String, Float> probabilities = new LinkedHashMap<>();
    for (int k = 0; k < all.length; k++) {
      probabilities.put(target.classes().get(k), all[k]);
    }
    int decided = Classification.decide(predicted);
    return new Prediction(target.classes().get(decided), all[decided], probabilities);
  }
}
