package org.braidml.runner.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Scores;

/**
 * What a model said of some examples.
 *
 * @param heads of the model
 * @param predictions by head and row; of a head of every step those of all its steps, or {@link
 *     StepDecisions} where they suffice
 * @param targets by head and row, NaN for a step without one; empty if they were not asked for
 * @param losses by head: the sum, and what to divide it by
 */
public record Evaluation(
    List<HeadBox> heads,
    Map<String, Map<Integer, float[]>> predictions,
    Map<String, Map<Integer, float[]>> targets,
    Map<String, double[]> losses) {

  /** Returns the mean loss over heads, each times its weight. */
  public double loss() {
    double sum = 0;
    for (HeadBox head : heads) {
      double[] parts = losses.getOrDefault(head.name(), new double[] {0, 1});
      sum += head.weight() * parts[0] / (parts[1] == 0 ? 1 : parts[1]);
    }
    return sum;
  }

  /** Returns the rows of a head's predictions, ascending. */
  public List<Integer> rows(String head) {
    return List.copyOf(predictions.getOrDefault(head, Map.of()).keySet());
  }

  /** Returns the targets of a head by row; empty if they were not asked for. */
  public Map<Integer, float[]> truth(String head) {
    return targets.getOrDefault(head, Map.of());
  }

  /**
   * Returns the row of each entry of {@link #scores}: a row a step for a head of every step, and a
   * row a label.
   */
  public List<Integer> scoredRows(String head) {
    List<Integer> rows = new ArrayList<>();
    truth(head)
        .forEach(
            (row, values) -> {
              for (float value : values) {
                if (!Float.isNaN(value)) {
                  rows.add(row);
                }
              }
            });
    return rows;
  }

  /** Returns the predictions of a head beside its targets, in the order of rows and steps. */
  public Scores scores(String head) {
    Map<Integer, float[]> rows = predictions.getOrDefault(head, Map.of());
    List<float[]> predicted = new ArrayList<>();
    float[] values = new float[scoredRows(head).size()];
    for (Map.Entry<Integer, float[]> row : truth(head).entrySet()) {
      float[] numbers = rows.getOrDefault(row.getKey(), new float[0]);
      int width = numbers.length / Math.max(1, row.getValue().length);
      for (int step = 0; step < row.getValue().length; step++) {
        float value = row.getValue()[step];
        if (!Float.isNaN(value)) {
          values[predicted.size()] = value;
          predicted.add(
              width == numbers.length
                  ? numbers
                  : Arrays.copyOfRange(numbers, step * width, (step + 1) * width));
        }
      }
    }
    HeadBox box = heads.stream().filter(h -> h.name().equals(head)).findFirst().orElseThrow();
    return StepDecisions.suffice(box)
        ? StepDecisions.scores(predicted, values, box.block().width())
        : new Scores(
            predicted.toArray(new float[0][]), values, Math.max(1, box.target().labels().size()));
  }

  /** Returns {@code loss} and every metric; names carry their head where there are several. */
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("loss", loss());
    for (HeadBox head : heads) {
      Scores scores = scores(head.name());
      for (Metric metric : head.block().metrics()) {
        metrics.put(name(head, metric, heads), metric.of(scores));
      }
    }
    return metrics;
  }

  /** Returns the names in {@link #metrics} of a model with these heads. */
  public static List<String> names(List<HeadBox> heads) {
    List<String> names = new ArrayList<>(List.of("loss"));
    for (HeadBox head : heads) {
      head.block().metrics().forEach(metric -> names.add(name(head, metric, heads)));
    }
    return names;
  }

  private static String name(HeadBox head, Metric metric, List<HeadBox> heads) {
    return heads.size() == 1 ? metric.name() : head.name() + "." + metric.name();
  }
}
