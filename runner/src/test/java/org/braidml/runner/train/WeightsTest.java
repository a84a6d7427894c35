package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.nn.Sgd;
import org.braidml.testkit.EachEngine;

/** Examples that count more or less than others in the loss that is trained on. */
class WeightsTest {

  private static final String MODEL =
      """
      inputs.text     { type = embedding, size = 6 }
      encoders.text   { type = lstm, hidden-size = 5 }
      encoders.static { type = mlp, units = [4], activation = tanh }
      merger          { type = concat }
      head            { type = multiclass, units = [3], activation = tanh }
      """;

  private static final double RATE = 0.5;

  /**
   * The loss is {@code (w1 l1 + ... + wB lB) / B}, so that a step of plain gradient descent is the
   * sum of {@code w_i / B} times the step of each example by itself.
   */
  @EachEngine
  void aStepIsThatOfTheWeightedSumOfTheLossesOfTheExamples(String engine) {
    Batch batch = Small.batch(3);
    float[] weights = new float[batch.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = new float[] {0.5f, 2, 0, 1.25f}[i % 4];
    }
    Map<String, float[]> start = after(engine, List.of());
    Map<String, double[]> due = new TreeMap<>();
    start.forEach((path, values) -> due.put(path, new double[values.length]));
    for (int i = 0; i < weights.length; i++) {
      Map<String, float[]> alone = after(engine, List.of(batch.parts(1).get(i)));
      double share = weights[i] / weights.length;
      due.forEach(
          (path, sum) -> {
            float[] from = Objects.requireNonNull(start.get(path));
            float[] to = Objects.requireNonNull(alone.get(path));
            for (int k = 0; k < sum.length; k++) {
              sum[k] += share * (to[k] - from[k]);
            }
          });
    }
    Batch weighed = new Batch(batch.size(), batch.rows(), batch.fields(), batch.targets(), weights);
    for (int atMost : new int[] {batch.size(), 2}) {
      Map<String, float[]> step = after(engine, weighed.parts(atMost));
      due.forEach(
          (path, sum) -> {
            float[] from = Objects.requireNonNull(start.get(path));
            float[] to = Objects.requireNonNull(step.get(path));
            for (int k = 0; k < sum.length; k++) {
              double taken = to[k] - from[k];
              assertThat(taken).as("%s, parts of %d", path, atMost).isCloseTo(sum[k], within(2e-6));
            }
          });
    }
  }

  /** Returns the parameters after one step, or before any. */
  private static Map<String, float[]> after(String engine, List<Batch> parts) {
    Map<String, float[]> values = new TreeMap<>();
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Sgd sgd = new Sgd(0, 0)) {
      ModelBlock model = Small.model(MODEL);
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      if (!parts.isEmpty()) {
        new TrainingStep(model, sgd, manager, Optional.empty(), 9).take(parts, 0, 1, RATE);
      }
      ParameterPaths.values(model).forEach((path, array) -> values.put(path, array.toFloatArray()));
    }
    return values;
  }
}
