package org.braidml.runner.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.metric.Classification;
import org.braidml.runner.train.Evaluation;

/**
 * Predictions as CSV: the row of the source, from 0; for each head the decided label or number, the
 * probability of each class, and the truth where it is known.
 */
public final class PredictionFile {

  private PredictionFile() {}

  /** Writes what an evaluation predicted; the file is whole or not there. */
  public static void write(Path file, List<HeadBox> heads, Evaluation evaluation)
      throws IOException {
    boolean withTruth = heads.stream().anyMatch(h -> !evaluation.truth(h.name()).isEmpty());
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", header(heads, withTruth))).append('\n');
    for (int row : evaluation.rows(heads.get(0).name())) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(row));
      for (HeadBox head : heads) {
        cells.addAll(cells(head, evaluation, row, withTruth));
      }
      text.append(String.join(",", cells)).append('\n');
    }
    WholeFile.write(file, text.toString());
  }

  private static List<String> header(List<HeadBox> heads, boolean withTruth) {
    List<String> names = new ArrayList<>(List.of("row"));
    for (HeadBox head : heads) {
      String target = head.target().name();
      names.add(Csv.quoted(target));
      head.target().classes().forEach(label -> names.add(Csv.quoted("p(" + label + ")")));
      if (withTruth) {
        names.add(Csv.quoted(target + " (true)"));
      }
    }
    return names;
  }

  private static List<String> cells(
      HeadBox head, Evaluation evaluation, int row, boolean withTruth) {
    Map<Integer, float[]> predictions = evaluation.predictions().get(head.name());
    float[] prediction = predictions == null ? null : predictions.get(row);
    if (prediction == null) {
      throw new IllegalStateException("no prediction of row " + row);
    }
    TargetSpec target = head.target();
    List<String> cells = new ArrayList<>();
    if (target.classes().isEmpty()) {
      cells.add(Float.toString(prediction[0]));
    } else {
      cells.add(Csv.quoted(target.classes().get(Classification.decide(prediction))));
      for (float p : Classification.probabilities(prediction)) {
        cells.add(Float.toString(p));
      }
    }
    if (withTruth) {
      cells.add(truth(target, evaluation.truth(head.name()).get(row)));
    }
    return cells;
  }

  private static String truth(TargetSpec target, @org.jspecify.annotations.Nullable Float value) {
    if (value == null) {
      return "";
    }
    return target.classes().isEmpty()
        ? Float.toString(value)
        : Csv.quoted(target.classes().get(value.intValue()));
  }
}
