package org.braidml.runner.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.braidml.api.graph.Batch;
import org.braidml.api.graph.FieldData;
import org.braidml.api.graph.ModelBlock;
import org.braidml.api.nn.Engines;
import org.braidml.api.nn.Gradients;
import org.braidml.api.nn.ParameterPaths;
import org.braidml.api.nn.Sgd;
import org.braidml.api.nn.SparseRows;
import org.braidml.testkit.EachEngine;

/** Numbers that are not finite are told with box, step and rows. */
class FiniteGuardTest {

  @EachEngine
  void theRowsAtFaultAreToldApart(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Sgd sgd = new Sgd(0, 0)) {
      ModelBlock model = Small.plain(manager);
      TrainingStep step = new TrainingStep(model, sgd, manager, Optional.empty(), 1);
      Batch batch = Small.batch(3);
      numeric(batch)[2] = Float.POSITIVE_INFINITY;
      assertThatThrownBy(() -> step.take(batch.parts(2), 7, 2, 1e-2))
          .hasMessageContaining(
              "step 7 of epoch 2\nthe first box that is not finite: encoders.stat")
          .hasMessageContaining("rows of the batch that are at fault, 1 of 2, from 0: [1]");
    }
  }

  @EachEngine
  void aGradientThatIsNotFiniteIsNamedBackwardFromTheLoss(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Sgd sgd = new Sgd(0, 0)) {
      ModelBlock model = Small.plain(manager);
      Batch batch = Small.batch(3);
      new TrainingStep(model, sgd, manager, Optional.empty(), 1).take(batch, 0, 1, 0);
      spoil(Gradients.of(model), List.of("inputs.text", "encoders.text"));
      NotFiniteException told =
          new FiniteGuard(model)
              .diagnoseGradient(
                  new TakenStep(4, 2, List.of(batch)), 0.5, Double.NaN, new SparseRows());
      assertThat(told.getMessage())
          .startsWith("the norm of the gradient is NaN at step 4 of epoch 2, the loss 0.5\n")
          .contains("the first gradient, backward from the loss, that is not: encoders.text.enc")
          .contains("rows of the batch, from 0: [0, 1, 2");
    }
  }

  @EachEngine
  void aNormThatOverflowsStopsAStepThatClips(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Sgd sgd = new Sgd(0, 0)) {
      ModelBlock model = Small.plain(manager);
      List<Float> before = numbers(model);
      TrainingStep step = new TrainingStep(model, sgd, manager, Optional.of(1.0), 1);
      Batch batch = Small.batch(3);
      numeric(batch)[2] = 1e25f;
      assertThatThrownBy(() -> step.take(batch, 3, 1, 1e-2))
          .isInstanceOf(NotFiniteException.class)
          .hasMessageContaining("the norm of the gradient is Infinity at step 3 of epoch 1")
          .hasMessageContaining("every gradient is finite; they are too large for their norm");
      assertThat(numbers(model)).isEqualTo(before);
    }
  }

  @EachEngine
  void theStepThatMadeAParameterNotFiniteIsNamed(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager();
        Sgd sgd = new Sgd(0, 0)) {
      ModelBlock model = Small.plain(manager);
      TrainingStep step = new TrainingStep(model, sgd, manager, Optional.empty(), 1);
      step.take(Small.batch(3), 3, 1, 1e39);
      assertThatThrownBy(() -> step.take(Small.batch(4), 4, 1, 1e-2))
          .hasMessageContaining(
              "at step 4 of epoch 1\nstep 3 of epoch 1, or one before it that hid it, made the parameter heads.")
          .hasMessageContaining(" not finite: its gradient was not, or the step too large\nrows");
    }
  }

  private static float[] numeric(Batch batch) {
    if (batch.fields().get("static") instanceof FieldData.Statics statics) {
      return statics.numeric();
    }
    throw new AssertionError("no statics");
  }

  private static void spoil(Map<String, NDArray> gradients, List<String> boxes) {
    gradients.forEach(
        (path, gradient) -> {
          try (gradient) {
            if (boxes.stream().anyMatch(path::startsWith)) {
              gradient.muli(Float.NaN);
            }
          }
        });
  }

  private static List<Float> numbers(ModelBlock model) {
    List<Float> numbers = new java.util.ArrayList<>();
    for (NDArray array : ParameterPaths.values(model).values()) {
      for (float number : array.toFloatArray()) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
