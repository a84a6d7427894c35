package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

class LayerNormTest {

  @OnBothEngines
  void scalesTheLastAxisOfTwoOrThreeAxes(String engine) {
    try (Scope scope = new Scope(engine)) {
      for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
        LayerNorm norm = new LayerNorm(2, 3);
        ParameterPaths.restore(
            norm,
            Map.of(
                "weight", scope.array(type, new Shape(2), 2, 4),
                "bias", scope.array(type, new Shape(2), 10, 20)),
            scope.manager);
        // (1, 3): mean 2, variance 1, so (-1, 1) / sqrt(1 + 3) = (-.5, .5); times (2, 4) + (10, 20)
        // (5, 5): mean 5, variance 0, so the bias
        NDArray rows = scope.array(type, new Shape(2, 2), 1, 3, 5, 5);
        double[] expected = {9, 22, 10, 20};
        assertThat(HostArrays.toDoubles(norm.forward(scope.evaluation(), rows)))
            .containsExactly(expected, within(1e-6));
        NDArray steps = norm.forward(scope.evaluation(), rows.reshape(1, 2, 2));
        assertThat(steps.getShape()).isEqualTo(new Shape(1, 2, 2));
        assertThat(HostArrays.toDoubles(steps)).containsExactly(expected, within(1e-6));
      }
    }
  }

  @OnBothEngines
  void otherWidthsAreRefusedOnTheHost(String engine) {
    try (Scope scope = new Scope(engine)) {
      LayerNorm norm = scope.initialized(new LayerNorm(2, 1e-5));
      assertThatThrownBy(
              () -> norm.forward(scope.evaluation(), scope.array(new Shape(1, 3), 1, 2, 3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expects (B, 2) or (B, T, 2), given (1, 3)");
      assertThatThrownBy(() -> new LayerNorm(2, 0)).hasMessageContaining("epsilon is positive");
    }
  }
}
