package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Adam;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.testkit.EachEngine;
import org.junit.jupiter.api.Test;

/** Steps that are computed in parts. */
class PartsTest {

  /** Two heads, one of which weighs classes: their losses have other divisors in each part. */
  private static final String TWO_HEADS =
      """
      inputs.text     { type = embedding, size = 6 }
      encoders.text   { type = lstm, hidden-size = 5, bidirectional = true }
      encoders.static { type = mlp, units = [4], activation = tanh }
      merger          { type = concat }
      heads.plain     { type = multiclass, target = target, weight = 0.3 }
      heads.weighed   { type = multiclass, target = target, class-weights = [0.1, 5, 1] }
      """;

  @Test
  void theFirstRowsOfABatchAreItsFirstPart() {
    Batch batch = Small.batch(5);
    assertThat(batch.size()).isGreaterThan(2);
    List<Batch> parts = batch.parts(2);
    assertThat(parts.stream().mapToInt(Batch::size).sum()).isEqualTo(batch.size());
    FieldData.Ids whole = (FieldData.Ids) batch.fields().get("text");
    FieldData.Ids second = (FieldData.Ids) parts.get(1).fields().get("text");
    assertThat(whole).isNotNull();
    assertThat(second).isNotNull();
    assertThat(second.time()).isEqualTo(whole.time());
    assertThat(second.lengths()[0]).isEqualTo(whole.lengths()[2]);
    assertThat(second.ids()[0]).isEqualTo(whole.ids()[2 * whole.time()]);
    assertThat(parts.get(1).rows()[0]).isEqualTo(batch.rows()[2]);
    assertThat(batch.parts(batch.size())).containsExactly(batch);
  }

  /**
   * Sums in another order: Adam turns a difference of 1e-7 of a gradient near 0 into a part of its
   * rate, 1e-3, hence the tolerance.
   */
  @EachEngine
  void areTheStepsOfTheWholeBatch(String engine) {
    areTheSteps(engine, TWO_HEADS);
  }

  @EachEngine
  void areTheStepsOfTheWholeBatchWithRowsOfATable(String engine) {
    areTheSteps(engine, TWO_HEADS.replace("size = 6 }", "size = 6, sparse = true }"));
  }

  private static void areTheSteps(String engine, String text) {
    Map<String, float[]> whole = trained(engine, text, Integer.MAX_VALUE);
    Map<String, float[]> parts = trained(engine, text, 2);
    assertThat(parts.keySet()).isEqualTo(whole.keySet());
    parts.forEach(
        (path, values) ->
            assertThat(values).as(path).containsExactly(whole.get(path), within(2e-5f)));
  }

  private static Map<String, float[]> trained(String engine, String text, int atMost) {
    Map<String, float[]> values = new TreeMap<>();
    List<Float> losses = new ArrayList<>();
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      ModelBlock model = Small.model(text);
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      TrainingStep step = new TrainingStep(model, adam, manager, Optional.of(0.5), 9);
      for (int i = 0; i < 5; i++) {
        losses.add((float) step.take(Small.batch(i).parts(atMost), i, 1, 1e-3));
      }
      assertThat(manager.getManagedArrays().size()).isEqualTo(ParameterPaths.of(model).size());
      ParameterPaths.values(model).forEach((path, array) -> values.put(path, array.toFloatArray()));
    }
    float[] all = new float[losses.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = losses.get(i);
    }
    values.put("losses", all);
    return values;
  }
}
