package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Adam;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.nn.Shards;
import org.braidml.testkit.EachEngine;

/** Rows of a batch that are computed side by side. */
class ShardsTest {

  /** Two heads, one of which weighs classes: their losses have other divisors in each shard. */
  private static final String TWO_HEADS =
      """
      inputs.text     { type = embedding, size = 6 }
      encoders.text   { type = lstm, hidden-size = 5, bidirectional = true }
      encoders.static { type = mlp, units = [4], activation = tanh }
      merger          { type = concat }
      heads.plain     { type = multiclass, target = target, weight = 0.3 }
      heads.weighed   { type = multiclass, target = target, class-weights = [0.1, 5, 1] }
      """;

  private static final String SPARSE = TWO_HEADS.replace("size = 6", "size = 6, sparse = true");

  /** With a first decay of 0 it is the gradient. */
  private static final String MOMENT = "first-moment.";

  /** Sums in another order, no more: relative to the greatest gradient of the parameter. */
  @EachEngine
  void theGradientsAreThoseOfTheWholeBatch(String engine) {
    gradientsAreThoseOfTheWholeBatch(engine, TWO_HEADS);
  }

  @EachEngine
  void theGradientsOfSparseRowsAreThoseOfTheWholeBatch(String engine) {
    gradientsAreThoseOfTheWholeBatch(engine, SPARSE);
  }

  private static void gradientsAreThoseOfTheWholeBatch(String engine, String boxes) {
    Map<String, float[]> whole = gradients(engine, boxes, 1, 1);
    assertThat(whole).containsKey("inputs.text.lookup.weight");
    for (int count : new int[] {2, 3}) {
      for (int parts : new int[] {1, 2}) {
        gradients(engine, boxes, count, parts)
            .forEach(
                (path, values) -> {
                  float[] expected = Objects.requireNonNull(whole.get(path));
                  float greatest = 0;
                  for (float value : expected) {
                    greatest = Math.max(greatest, Math.abs(value));
                  }
                  assertThat(values)
                      .as("%s in %d shards", path, count)
                      .containsExactly(expected, within(1e-6f * greatest + 1e-9f));
                });
      }
    }
  }

  private static Map<String, float[]> gradients(String engine, String boxes, int count, int parts) {
    Map<String, float[]> values = new TreeMap<>();
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0, 0.999, 1e-8, 0)) {
      ModelBlock model = Small.model(boxes);
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      try (Shards shards = new Shards(model, Math.max(2, count))) {
        TrainingStep step = new TrainingStep(model, adam, manager, Optional.empty(), 9);
        if (count > 1) {
          step.sharding(shards, count);
        }
        Batch batch = Small.batch(4);
        step.take(batch.parts((batch.size() + parts - 1) / parts), 0, 1, 1e-3);
        adam.state()
            .forEach(
                (name, array) -> {
                  if (name.startsWith(MOMENT)) {
                    values.put(name.substring(MOMENT.length()), array.toFloatArray());
                  }
                });
      }
    }
    return values;
  }

  private static Map<String, float[]> numbers(ModelBlock model) {
    Map<String, float[]> values = new TreeMap<>();
    ParameterPaths.values(model).forEach((path, array) -> values.put(path, array.toFloatArray()));
    return values;
  }

  /** With dropout, gradients that are clipped, and batches of other sizes. */
  @EachEngine
  void repeatBitForBitAndLeaveNoArrays(String engine) {
    repeatBitForBitAndLeaveNoArrays(engine, Small.model(), Small.model(), 300);
  }

  @EachEngine
  void sparseRowsRepeatBitForBitAndLeaveNoArrays(String engine) {
    repeatBitForBitAndLeaveNoArrays(engine, Small.model(SPARSE), Small.model(SPARSE), 100);
  }

  private static void repeatBitForBitAndLeaveNoArrays(
      String engine, ModelBlock one, ModelBlock other, int steps) {
    Map<String, float[]> first = trained(engine, one, steps);
    Map<String, float[]> second = trained(engine, other, steps);
    assertThat(second.keySet()).isEqualTo(first.keySet());
    second.forEach((path, values) -> assertThat(values).as(path).isEqualTo(first.get(path)));
  }

  private static Map<String, float[]> trained(String engine, ModelBlock model, int steps) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      try (Shards shards = new Shards(model, 3)) {
        TrainingStep step = new TrainingStep(model, adam, manager, Optional.of(0.5), 9);
        step.sharding(shards, 3);
        step.take(Small.batch(0), 0, 1, 1e-2);
        int before = manager.getManagedArrays().size();
        for (int i = 1; i < steps; i++) {
          step.take(Small.batch(i), i, 1, 1e-2);
          assertThat(manager.getManagedArrays()).as("after step %d", i).hasSize(before);
        }
      }
      return numbers(model);
    }
  }

  /** Views of arrays that are no longer the model's would train nothing. */
  @EachEngine
  void parametersThatWereRestoredAreSeen(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      ModelBlock model = Small.model(TWO_HEADS);
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      try (Shards shards = new Shards(model, 2)) {
        TrainingStep step = new TrainingStep(model, adam, manager, Optional.empty(), 9);
        step.sharding(shards, 2);
        double first = step.take(Small.batch(4), 0, 1, 0);
        ParameterCopy copy = ParameterCopy.of(model);
        step.take(Small.batch(4), 0, 1, 0.1);
        copy.restore(model, manager);
        assertThat(step.take(Small.batch(4), 0, 1, 0)).isEqualTo(first);
      }
    }
  }

  @EachEngine
  void theFirstBoxThatIsNotFiniteIsNamedInAnyShard(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      ModelBlock model = Small.model();
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      try (Shards shards = new Shards(model, 2)) {
        TrainingStep step = new TrainingStep(model, adam, manager, Optional.empty(), 1);
        step.sharding(shards, 2);
        Batch batch = Small.batch(3);
        FieldData.Statics statics = (FieldData.Statics) batch.fields().get("static");
        assertThat(statics).isNotNull();
        statics.numeric()[2 * batch.size() - 1] = Float.NaN;
        assertThatThrownBy(() -> step.take(List.of(batch), 7, 2, 1e-2))
            .isInstanceOf(NotFiniteException.class)
            .hasMessageContaining("the first box that is not finite: encoders.static.encoding");
      }
    }
  }
}
