package org.braidml.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.braidml.api.HeadInput;
import org.braidml.api.Loss;
import org.braidml.api.SequenceSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetBatch;
import org.braidml.api.TargetSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.Stage;

/** Two rows of states, two steps and one: the output layer is the identity. */
final class PerStepByHandTest {

  private static final float NONE = Float.NaN;

  /**
   * The states log 3 and 0 are probabilities of 3 / 4 and 1 / 2: (-log(3 / 4) - log(1 / 2)) / 2.
   * The state 50 is padding; the 7 of the second row has no target.
   */
  @EachEngine
  void onlyStepsWithATargetCount(String engine) {
    var states = StatesSpec.of(SequenceSpec.of("x", 1), 1);
    var target = new TargetSpec("due", TargetSpec.Kind.BINARY, List.of("no", "yes"));
    var head = Configured.head("type = per-step-binary", states, target.eachStepOf("x"));
    try (Stage stage = new Stage(engine, DataType.FLOAT32)) {
      stage.set(
          head,
          Map.of(
              "step.layers.output.weight", new double[] {1},
              "step.layers.output.bias", new double[] {0}));
      var x = stage.array(new Shape(2, 2, 1), Math.log(3), 0, 7, 50);
      var scores = head.forward(stage.evaluation(), new HeadInput(x, null));
      float[] due = {1, 0, NONE, NONE};
      Loss loss = head.loss(scores, TargetBatch.ofSteps(x.getManager(), due, 2));
      assertThat(loss.weight()).isEqualTo(2);
      assertThat(Stage.numbers(loss.mean())[0]).isCloseTo(0.4904146, within(1e-6));
      assertThat(Stage.numbers(head.predict(scores))[0]).isCloseTo(0.75, within(1e-6));

      float[] nothing = {NONE, NONE, NONE, NONE};
      Loss empty = head.loss(scores, TargetBatch.ofSteps(x.getManager(), nothing, 2));
      assertThat(empty.weight()).isZero();
      assertThat(Stage.numbers(empty.mean())[0]).isZero();
    }
  }
}
