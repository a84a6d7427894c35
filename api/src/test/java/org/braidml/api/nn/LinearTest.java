package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;

class LinearTest {

  /** W = ((1, 2), (3, 4)), b = (10, 20). */
  private static Linear linear(Scope scope) {
    Linear linear = new Linear(2, 2);
    ParameterPaths.restore(
        linear,
        Map.of(
            "weight", scope.array(new Shape(2, 2), 1, 2, 3, 4),
            "bias", scope.array(new Shape(2), 10, 20)),
        scope.manager);
    return linear;
  }

  @OnBothEngines
  void mapsTheLastAxisOfTwoOrThreeAxes(String engine) {
    try (Scope scope = new Scope(engine)) {
      // (1, 1): 1*1 + 2*1 + 10 = 13, 3*1 + 4*1 + 20 = 27; (0, -1): -2 + 10 = 8, -4 + 20 = 16
      NDArray x = scope.array(new Shape(2, 2), 1, 1, 0, -1);
      assertThat(linear(scope).forward(scope.evaluation(), x).toFloatArray())
          .containsExactly(13, 27, 8, 16);
      NDArray cube = scope.array(new Shape(2, 2, 2), 1, 1, 0, -1, 0, -1, 1, 1);
      NDArray y = linear(scope).forward(scope.evaluation(), cube);
      assertThat(y.getShape()).isEqualTo(new Shape(2, 2, 2));
      assertThat(y.toFloatArray()).containsExactly(13, 27, 8, 16, 8, 16, 13, 27);
    }
  }

  @OnBothEngines
  void withoutBiasItIsTheProductAlone(String engine) {
    try (Scope scope = new Scope(engine)) {
      Linear linear = scope.initialized(new Linear(2, 3, false), DataType.FLOAT64, 1);
      NDArray x = scope.array(DataType.FLOAT64, new Shape(1, 2), 0, 0);
      assertThat(linear.forward(scope.evaluation(), x).toDoubleArray()).containsExactly(0, 0, 0);
      assertThat(linear.outputWidth()).isEqualTo(3);
      assertThat(ParameterPaths.of(linear)).containsOnlyKeys("weight");
    }
  }

  @OnBothEngines
  void otherWidthsAndTypesAreRefusedOnTheHost(String engine) {
    try (Scope scope = new Scope(engine)) {
      Linear linear = linear(scope);
      assertThatThrownBy(
              () -> linear.forward(scope.evaluation(), scope.array(new Shape(1, 3), 1, 2, 3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expects (B, 2) or (B, T, 2), given (1, 3)");
      NDArray doubles = scope.array(DataType.FLOAT64, new Shape(1, 2), 1, 2);
      assertThatThrownBy(() -> linear.forward(scope.evaluation(), doubles))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected float32, given float64");
    }
  }
}
