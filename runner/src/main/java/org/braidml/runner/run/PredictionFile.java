package org.braidml.runner.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Classification;
import org.braidml.runner.train.Evaluation;
import org.braidml.runner.train.StepDecisions;

/**
 * Predictions as CSV: the row of the source, from 0; for each head the decided label or number, the
 * probability of each class, and the truth where it is known. A head of every step has one column
 * of decisions, JSON arrays of one value a step, and one of truths, null where a step has none. A
 * head of labels has JSON arrays of the labels, and the probability of each.
 */
public final class PredictionFile {

  private final List<HeadBox> heads;
  private final Evaluation evaluation;
  private final boolean withTruth;

  private PredictionFile(List<HeadBox> heads, Evaluation evaluation) {
    this.heads = heads;
    this.evaluation = evaluation;
    this.withTruth = heads.stream().anyMatch(h -> !evaluation.truth(h.name()).isEmpty());
  }

  /** Writes what an evaluation predicted; the file is whole or not there. */
  public static void write(Path file, List<HeadBox> heads, Evaluation evaluation)
      throws IOException {
    WholeFile.write(file, new PredictionFile(heads, evaluation).text());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", header())).append('\n');
    for (int row : evaluation.rows(heads.get(0).name())) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(row));
      heads.forEach(head -> cells.addAll(cells(head, row)));
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  /** Names every column once: by the target, or by the head where several predict one target. */
  private List<String> header() {
    List<String> names = new ArrayList<>(List.of("row"));
    for (HeadBox head : heads) {
      TargetSpec target = head.target();
      String name = named(head);
      names.add(Csv.quoted(name));
      if (target.stepsOf().isEmpty()) {
        String of = heads.size() == 1 ? "" : name + ": ";
        outcomes(target).forEach(label -> names.add(Csv.quoted("p(" + of + label + ")")));
      }
      if (withTruth) {
        names.add(Csv.quoted(name + " (true)"));
      }
    }
    return names;
  }

  private String named(HeadBox head) {
    String target = head.target().name();
    boolean shared = heads.stream().filter(h -> h.target().name().equals(target)).count() > 1;
    return shared ? target + " by " + head.name() : target;
  }

  private List<String> cells(HeadBox head, int row) {
    Map<Integer, float[]> predictions = evaluation.predictions().get(head.name());
    float[] prediction = predictions == null ? null : predictions.get(row);
    if (prediction == null) {
      throw new IllegalStateException("no prediction of row " + row);
    }
    float[] truth = evaluation.truth(head.name()).getOrDefault(row, new float[0]);
    TargetSpec target = head.target();
    List<String> cells = new ArrayList<>();
    if (target.stepsOf().isPresent()) {
      float[] decided =
          StepDecisions.suffice(head)
              ? StepDecisions.decided(prediction)
              : decided(prediction, head.block().width(), target);
      cells.add(Csv.quoted(steps(target, decided)));
      if (withTruth) {
        cells.add(Csv.quoted(steps(target, truth)));
      }
      return cells;
    }
    if (!target.labels().isEmpty()) {
      cells.add(Csv.quoted(labels(target, prediction)));
      for (float p : prediction) {
        cells.add(Float.toString(p));
      }
      if (withTruth) {
        cells.add(truth.length == 0 ? "" : Csv.quoted(labels(target, truth)));
      }
      return cells;
    }
    cells.add(Csv.quoted(shown(target, decided(prediction, prediction.length, target)[0])));
    if (!target.classes().isEmpty()) {
      for (float p : Classification.probabilities(prediction)) {
        cells.add(Float.toString(p));
      }
    }
    if (withTruth) {
      cells.add(truth.length == 0 ? "" : Csv.quoted(shown(target, truth[0])));
    }
    return cells;
  }

  /** Returns what has a probability of its own. */
  private static List<String> outcomes(TargetSpec target) {
    return target.labels().isEmpty() ? target.classes() : target.labels();
  }

  /** Returns the labels that are present, as a JSON array. */
  private static String labels(TargetSpec target, float[] present) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    target.presentLabels(present).forEach(array::add);
    return array.toString();
  }

  /** Returns the decided class, or the number, of every K numbers. */
  private static float[] decided(float[] prediction, int width, TargetSpec target) {
    float[] decided = new float[prediction.length / width];
    for (int step = 0; step < decided.length; step++) {
      float[] numbers = Arrays.copyOfRange(prediction, step * width, (step + 1) * width);
      decided[step] = target.classes().isEmpty() ? numbers[0] : Classification.decide(numbers);
    }
    return decided;
  }

  private static String shown(TargetSpec target, float value) {
    return target.classes().isEmpty() ? Float.toString(value) : target.classes().get((int) value);
  }

  private static String steps(TargetSpec target, float[] values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (float value : values) {
      if (Float.isNaN(value)) {
        array.addNull();
      } else if (target.classes().isEmpty()) {
        array.add(value);
      } else {
        array.add(target.classes().get((int) value));
      }
    }
    return array.toString();
  }
}
