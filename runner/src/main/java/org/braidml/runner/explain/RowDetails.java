package org.braidml.runner.explain;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.metric.Classification;
import org.braidml.api.run.Attention;
import org.braidml.api.run.HeadReport;
import org.braidml.api.run.RunDetails;
import org.braidml.runner.data.PreparedData;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedField;
import org.braidml.runner.data.fit.FittedText;

/** What the report of a run shows of its rows. */
public final class RowDetails {

  private static final int WORST = 10;
  private static final int SHOWN = 6;
  private static final int CHARACTERS = 400;

  private final PreparedData data;
  private final Map<String, Examples> sides = new LinkedHashMap<>();

  private RowDetails(PreparedData data) {
    this.data = data;
    sides.put("train", data.train());
    sides.put("validation", data.validation());
    sides.put("test", data.test());
  }

  /**
   * Gathers the details of a run.
   *
   * @param heads the test results
   * @param model with its parameters
   * @param manager the parent of every batch's manager
   * @param alone whether a row is an example by itself; attention of one that goes on from another
   *     is not shown
   */
  public static RunDetails of(
      PreparedData data,
      List<HeadReport> heads,
      ModelBlock model,
      NDManager manager,
      boolean alone) {
    RowDetails details = new RowDetails(data);
    Map<String, List<RunDetails.WorstRow>> worst = new LinkedHashMap<>();
    heads.stream()
        .filter(head -> head.target().stepsOf().isEmpty())
        .forEach(head -> worst.put(head.head(), details.worst(head)));
    List<Attention> attention =
        alone
            ? new Explainer(data.features(), model, manager).explain(data.test(), SHOWN)
            : List.of();
    return new RunDetails(details.lengths(), details.classes(), worst, attention);
  }

  private List<RunDetails.Lengths> lengths() {
    List<RunDetails.Lengths> all = new ArrayList<>();
    for (String field : data.train().sequences()) {
      sides.forEach(
          (side, examples) -> {
            int[] lengths = examples.lengths(field);
            Arrays.sort(lengths);
            int n = lengths.length;
            if (n > 0) {
              all.add(
                  new RunDetails.Lengths(field, side, lengths[0], lengths[n / 2], lengths[n - 1]));
            }
          });
    }
    return all;
  }

  private List<RunDetails.ClassRows> classes() {
    List<RunDetails.ClassRows> all = new ArrayList<>();
    for (TargetSpec target : data.features().targetSpecs()) {
      List<String> names = target.labels().isEmpty() ? target.classes() : target.labels();
      for (int k = 0; k < names.size() && target.stepsOf().isEmpty(); k++) {
        int id = k;
        Map<String, Long> rows = new LinkedHashMap<>();
        sides.forEach(
            (side, examples) -> {
              float[] values = examples.target(target.name());
              rows.put(
                  side,
                  IntStream.range(0, values.length)
                      .filter(
                          i ->
                              target.labels().isEmpty()
                                  ? values[i] == id
                                  : i % names.size() == id && values[i] > 0)
                      .count());
            });
        all.add(new RunDetails.ClassRows(target.name(), names.get(k), rows));
      }
    }
    return all;
  }

  private List<RunDetails.WorstRow> worst(HeadReport head) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < data.test().size(); i++) {
      places.put(data.test().row(i), i);
    }
    return IntStream.range(0, head.scores().size())
        .boxed()
        .filter(i -> Double.isFinite(error(head, i)))
        .sorted(Comparator.comparingDouble((Integer i) -> error(head, i)).reversed())
        .limit(WORST)
        .filter(i -> head.target().kind().isNumber() || wrong(head, i))
        .filter(i -> places.containsKey(head.rows().get(i)))
        .map(i -> row(head, i, places.getOrDefault(head.rows().get(i), 0)))
        .toList();
  }

  private static boolean wrong(HeadReport head, int i) {
    return Classification.decide(head.scores().predictions()[i])
        != (int) head.scores().targets()[i];
  }

  private static double error(HeadReport head, int i) {
    float[] predicted = head.scores().predictions()[i];
    float actual = head.scores().targets()[i];
    return head.target().kind().isNumber()
        ? Math.abs(predicted[0] - actual)
        : 1 - Classification.probabilities(predicted)[(int) actual];
  }

  private RunDetails.WorstRow row(HeadReport head, int i, int example) {
    float[] predicted = head.scores().predictions()[i];
    float actual = head.scores().targets()[i];
    boolean number = head.target().kind().isNumber();
    List<String> classes = head.target().classes();
    List<String> labels = head.target().labels();
    String label = labels.isEmpty() ? "" : labels.get(i % labels.size()) + " ";
    return new RunDetails.WorstRow(
        head.rows().get(i),
        number ? Float.toString(actual) : label + classes.get((int) actual),
        number
            ? Float.toString(predicted[0])
            : label + classes.get(Classification.decide(predicted)),
        error(head, i),
        inputs(data.test().batch(new int[] {example})));
  }

  private Map<String, String> inputs(Batch one) {
    Map<String, String> inputs = new TreeMap<>();
    for (Map.Entry<String, FieldData> field : one.fields().entrySet()) {
      FittedField fitted = data.features().fields().get(field.getKey());
      if (fitted instanceof FittedText) {
        String text =
            String.join(TokenTexts.between(fitted), TokenTexts.of(fitted, field.getValue(), 0));
        inputs.put(
            field.getKey(),
            text.length() > CHARACTERS ? text.substring(0, CHARACTERS) + "…" : text);
      } else if (field.getValue() instanceof FieldData.Values values) {
        inputs.put(field.getKey(), values.lengths()[0] + " steps");
      }
    }
    return inputs;
  }
}
