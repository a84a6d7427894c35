package org.braidml.runner.explain;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.braidml.api.TargetSpec;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.HeadBox;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.metric.Classification;
import org.braidml.api.run.Attention;
import org.braidml.runner.data.encode.Examples;
import org.braidml.runner.data.fit.FittedFeatures;
import org.braidml.runner.data.fit.FittedField;
import org.jspecify.annotations.Nullable;

/** Shows what the attention of a model weighed, and checks it by deletion. Used by one thread. */
public final class Explainer {

  /** How many rows the deletion check takes at most. */
  private static final int CHECKED = 60;

  private final FittedFeatures features;
  private final ModelBlock model;
  private final NDManager manager;

  /**
   * An explainer.
   *
   * @param features what was fitted on the training rows
   * @param model with its parameters
   * @param manager the parent of every batch's manager
   */
  public Explainer(FittedFeatures features, ModelBlock model, NDManager manager) {
    this.features = features;
    this.model = model;
    this.manager = manager;
  }

  /** What one encoder has gathered. */
  private record Gathered(
      String field, List<Attention.Example> examples, Optional<DeletionCheck> check) {}

  /**
   * Explains some examples, evenly spread over all.
   *
   * @param shown how many are shown at most
   * @return one part an encoder with weights, by name; empty if there is none
   */
  public List<Attention> explain(Examples examples, int shown) {
    Map<String, Gathered> gathered = new LinkedHashMap<>();
    int[] checked = spread(examples.size(), CHECKED);
    int[] visible = spread(examples.size(), shown);
    for (int example : IntStream.concat(IntStream.of(visible), IntStream.of(checked)).toArray()) {
      Batch one = examples.batch(new int[] {example});
      Reading reading = Reading.of(model, manager, one);
      if (reading.weights().isEmpty()) {
        break;
      }
      reading
          .weights()
          .forEach(
              (encoder, weights) -> {
                Gathered all = gathered.computeIfAbsent(encoder, this::gathered);
                List<Double> ofSteps = ofSteps(weights[0], one, all.field());
                if (all.examples().size() < visible.length) {
                  all.examples().add(example(one, all.field(), ofSteps, reading));
                } else {
                  all.check().ifPresent(check -> check.add(one, all.field(), ofSteps));
                }
              });
    }
    List<Attention> attention = new ArrayList<>();
    gathered.forEach(
        (encoder, all) ->
            attention.add(
                new Attention(
                    encoder,
                    all.field(),
                    List.copyOf(all.examples()),
                    all.check().flatMap(DeletionCheck::result).orElse(null))));
    return attention;
  }

  private Gathered gathered(String encoder) {
    return new Gathered(
        model.fieldOf(encoder), new ArrayList<>(), DeletionCheck.of(model, manager));
  }

  private Attention.Example example(
      Batch one, String field, List<Double> weights, Reading reading) {
    FieldData data = one.field(field);
    FittedField fitted = features.fields().get(field);
    List<String> tokens = fitted == null ? List.of() : TokenTexts.of(fitted, data, 0);
    return new Attention.Example(
        one.rows()[0],
        said(one, reading),
        tokens,
        fitted == null ? " " : TokenTexts.between(fitted),
        series(data),
        weights);
  }

  private String said(Batch one, Reading reading) {
    List<String> parts = new ArrayList<>();
    for (HeadBox head : model.heads()) {
      float[][] predicted = reading.predictions().get(head.name());
      if (predicted != null && head.target().stepsOf().isEmpty()) {
        String name = model.heads().size() > 1 ? head.name() + " " : "";
        parts.add(
            name + said(head.target(), predicted[0], one.targets().get(head.target().name())));
      }
    }
    return String.join("; ", parts);
  }

  private static String said(TargetSpec target, float[] predicted, float @Nullable [] truth) {
    if (target.kind().isNumber()) {
      return "predicted %s%s"
          .formatted(
              number(predicted[0]),
              truth != null && truth.length > 0 ? ", actual " + number(truth[0]) : "");
    }
    if (!target.labels().isEmpty()) {
      return "predicted "
          + labels(target, predicted)
          + (truth != null && truth.length > 0 ? ", actual " + labels(target, truth) : "");
    }
    int decided = Classification.decide(predicted);
    String actual =
        truth != null && truth.length > 0 ? ", actual " + target.classes().get((int) truth[0]) : "";
    return "predicted %s (%s)%s"
        .formatted(
            target.classes().get(decided),
            String.format(Locale.ROOT, "%.2f", Classification.probabilities(predicted)[decided]),
            actual);
  }

  private static String labels(TargetSpec target, float[] present) {
    List<String> labels = target.presentLabels(present);
    return labels.isEmpty() ? "no label" : String.join(" and ", labels);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static List<List<Double>> series(FieldData data) {
    List<List<Double>> channels = new ArrayList<>();
    if (data instanceof FieldData.Values values) {
      for (int channel = 0; channel < values.width(); channel++) {
        int at = channel;
        channels.add(
            IntStream.range(0, values.lengths()[0])
                .mapToObj(step -> (double) values.values()[step * values.width() + at])
                .toList());
      }
    }
    return channels;
  }

  /** A state may stand for several steps, which then share its weight. */
  private static List<Double> ofSteps(float[] weights, Batch one, String field) {
    FieldData.Steps steps = one.field(field).steps();
    int each = Math.max(1, (steps.time() + weights.length - 1) / weights.length);
    return IntStream.range(0, steps.lengths()[0])
        .mapToObj(step -> (double) weights[Math.min(step / each, weights.length - 1)] / each)
        .toList();
  }

  private static int[] spread(int all, int most) {
    int count = Math.min(all, most);
    return IntStream.range(0, count).map(i -> (int) ((long) i * all / count)).toArray();
  }
}
