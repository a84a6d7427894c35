package org.braidml.api.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.metric.Scores;

/**
 * What one head reached on the test rows.
 *
 * @param head its name
 * @param target what it predicts
 * @param metrics on the test rows, by name, in the order of the head
 * @param baseline the same metrics of a prediction that ignores the input
 * @param baselineName how that prediction is made, for example {@code majority class}
 * @param lastValue the same metrics of the prediction that a number stays what it was at the last
 *     step of its window; empty unless windows gather the column of the target
 * @param rows the rows of the source, one a test example
 * @param scores predictions and targets of the test rows, in the order of {@code rows}
 */
public record HeadReport(
    String head,
    TargetSpec target,
    Map<String, Double> metrics,
    Map<String, Double> baseline,
    String baselineName,
    Map<String, Double> lastValue,
    List<Integer> rows,
    Scores scores) {

  /** How the prediction of {@link #lastValue} is called. */
  public static final String LAST_VALUE = "last value";

  /** Returns the metrics of every prediction without a model, by how it is made. */
  public Map<String, Map<String, Double>> baselines() {
    Map<String, Map<String, Double>> all = new LinkedHashMap<>();
    all.put(baselineName, baseline);
    if (!lastValue.isEmpty()) {
      all.put(LAST_VALUE, lastValue);
    }
    return all;
  }
}
