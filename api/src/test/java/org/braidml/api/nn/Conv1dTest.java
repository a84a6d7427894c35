package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import org.braidml.api.Sequence;
import org.braidml.api.nn.Conv1d.Padding;
import org.braidml.api.nn.Conv1d.Window;
import org.junit.jupiter.api.Test;

class Conv1dTest {

  /** Two features: y[t] = x[t][0] + 2 x[t + 1][0] + 3 x[t][1] + 4 x[t + 1][1] + 5. */
  private static Conv1d pair(Scope scope, Padding padding) {
    Conv1d conv = new Conv1d(2, 1, new Window(2, 1, 1, padding));
    ParameterPaths.restore(
        conv,
        Map.of(
            "weight", scope.array(new Shape(1, 2, 2), 1, 2, 3, 4),
            "bias", scope.array(new Shape(1), 5)),
        scope.manager);
    return conv;
  }

  @OnBothEngines
  void weightsAreByFilterFeatureAndStep(String engine) {
    try (Scope scope = new Scope(engine)) {
      // steps (1, 10), (2, 20), then padding: 1 + 4 + 30 + 80 + 5 = 120; 2 + 0 + 60 + 0 + 5 = 67
      NDArray x = scope.array(new Shape(1, 3, 2), 1, 10, 2, 20, 7, 7);
      Sequence same = pair(scope, Padding.SAME).forward(scope.evaluation(), scope.sequence(x, 2));
      assertThat(Masked.zero(same).toFloatArray()).containsExactly(120, 67, 0);
      Sequence valid = pair(scope, Padding.VALID).forward(scope.evaluation(), scope.sequence(x, 2));
      assertThat(Masked.zero(valid).toFloatArray()).containsExactly(120, 0);
      assertThat(valid.lengths().toArray()).containsExactly(1);
    }
  }

  @OnBothEngines
  void paddingChangesNothingByABit(String engine) {
    try (Scope scope = new Scope(engine)) {
      for (Padding padding : Padding.values()) {
        Conv1d conv = scope.initialized(new Conv1d(3, 4, new Window(3, 2, 2, padding)));
        double[] numbers = Scope.random(1, 2 * 9 * 3);
        NDArray quiet = Masked.zero(conv.forward(scope.evaluation(), input(scope, numbers)));
        Arrays.fill(numbers, 9 * 3 + 6 * 3, 2 * 9 * 3, -1e6);
        NDArray noisy = Masked.zero(conv.forward(scope.evaluation(), input(scope, numbers)));
        assertThat(noisy.toFloatArray()).isEqualTo(quiet.toFloatArray());
      }
    }
  }

  private static Sequence input(Scope scope, double[] numbers) {
    return scope.sequence(scope.array(new Shape(2, 9, 3), numbers), 9, 6);
  }

  @Test
  void lengthsAreMapped() {
    // k = 3, stride 2, dilation 2 covers 5 steps
    Window valid = new Window(3, 2, 2, Padding.VALID);
    assertThat(Arrays.stream(new int[] {0, 4, 5, 6, 7}).map(valid::outputLength))
        .containsExactly(0, 0, 1, 1, 2);
    for (Padding padding : new Padding[] {Padding.SAME, Padding.CAUSAL}) {
      Window window = new Window(3, 2, 2, padding);
      assertThat(Arrays.stream(new int[] {0, 1, 2, 3, 4, 5}).map(window::outputLength))
          .containsExactly(0, 1, 1, 2, 2, 3);
    }
  }

  @OnBothEngines
  void otherWidthsAndTypesAreRefusedOnTheHost(String engine) {
    try (Scope scope = new Scope(engine)) {
      Conv1d conv = pair(scope, Padding.SAME);
      Sequence wide = scope.sequence(scope.array(new Shape(1, 1, 3), 1, 2, 3), 1);
      assertThatThrownBy(() -> conv.forward(scope.evaluation(), wide))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expects (B, T, 2), given (1, 1, 3)");
      Sequence doubles = scope.sequence(scope.array(DataType.FLOAT64, new Shape(1, 1, 2), 1, 2), 1);
      assertThatThrownBy(() -> conv.forward(scope.evaluation(), doubles))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected float32, given float64");
    }
  }
}
