package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Adam;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.ParameterPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One step of training, over and over. */
class TrainingStepTest {

  @Test
  void initialParametersAreBitEqualOnBothEngines() {
    assertThat(initial("MXNet", 5))
        .isEqualTo(initial("PyTorch", 5))
        .isNotEqualTo(initial("MXNet", 6));
  }

  private static Map<String, java.util.List<Float>> initial(String engine, long seed) {
    Map<String, java.util.List<Float>> values = new LinkedHashMap<>();
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ModelBlock model = Small.model();
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, seed);
      ParameterPaths.values(model)
          .forEach(
              (path, array) -> {
                java.util.List<Float> numbers = new java.util.ArrayList<>();
                for (float number : array.toFloatArray()) {
                  numbers.add(number);
                }
                values.put(path, numbers);
              });
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void fiveHundredStepsLeaveTheNumberOfArraysExactlyFlat(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      ModelBlock model = Small.model();
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      TrainingStep step = new TrainingStep(model, adam, manager, Optional.of(1.0), 1);
      step.take(Small.batch(0), 0, 1, 1e-2);
      int before = count(manager);
      for (int i = 1; i < 500; i++) {
        step.take(Small.batch(i), i, 1, 1e-2);
        assertThat(count(manager)).as("arrays after step %d", i).isEqualTo(before);
      }
    }
  }

  private static int count(NDManager manager) {
    return manager.getManagedArrays().size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void aStepIsAFunctionOfTheSeedTheStepAndTheBatch(String engine) {
    assertThat(losses(engine)).isEqualTo(losses(engine));
  }

  private static java.util.List<Double> losses(String engine) {
    java.util.List<Double> losses = new java.util.ArrayList<>();
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      ModelBlock model = Small.model();
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      TrainingStep step = new TrainingStep(model, adam, manager, Optional.of(0.5), 9);
      for (int i = 0; i < 20; i++) {
        losses.add(step.take(Small.batch(i), i, 1, 1e-2));
      }
    }
    return losses;
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void theFirstBoxThatIsNotFiniteIsNamed(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Adam adam = new Adam(0.9, 0.999, 1e-8, 0)) {
      ModelBlock model = Small.model();
      ParameterPaths.initialize(model, manager, DataType.FLOAT32, 1);
      TrainingStep step = new TrainingStep(model, adam, manager, Optional.empty(), 1);
      Batch batch = Small.batch(3);
      FieldData.Statics statics = (FieldData.Statics) batch.fields().get("static");
      assertThat(statics).isNotNull();
      statics.numeric()[1] = Float.NaN;
      assertThatThrownBy(() -> step.take(batch, 7, 2, 1e-2))
          .isInstanceOf(NotFiniteException.class)
          .hasMessageContaining("step 7 of epoch 2")
          .hasMessageContaining("the first box that is not finite: encoders.static.encoding");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MXNet", "PyTorch"})
  void anIdOutOfRangeIsRefusedBeforeTheEngineSeesIt(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      ModelBlock model = Small.model();
      Batch batch = Small.batch(3);
      FieldData.Ids ids = (FieldData.Ids) batch.fields().get("text");
      assertThat(ids).isNotNull();
      ids.ids()[ids.time()] = 11;
      assertThatThrownBy(() -> model.layout().arrays(manager, batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("11");
    }
  }
}
