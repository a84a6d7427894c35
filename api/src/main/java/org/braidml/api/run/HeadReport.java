package org.braidml.api.run;

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
 * @param rows the rows of the source, one a test example
 * @param scores predictions and targets of the test rows, in the order of {@code rows}
 */
public record HeadReport(
    String head,
    TargetSpec target,
    Map<String, Double> metrics,
    Map<String, Double> baseline,
    String baselineName,
    List<Integer> rows,
    Scores scores) {}
