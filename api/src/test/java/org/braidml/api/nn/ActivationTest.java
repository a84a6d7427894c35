package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.assertj.core.data.Offset;

class ActivationTest {

  /** At -1, 0 and 2; Phi(-1) = 0.15865525, Phi(2) = 0.97724987. */
  private static final Map<Activation, double[]> EXPECTED =
      Map.of(
          Activation.IDENTITY, new double[] {-1, 0, 2},
          Activation.RELU, new double[] {0, 0, 2},
          Activation.LEAKY_RELU, new double[] {-0.01, 0, 2},
          Activation.ELU, new double[] {Math.exp(-1) - 1, 0, 2},
          Activation.GELU, new double[] {-0.15865525, 0, 2 * 0.97724987},
          Activation.SILU, new double[] {-1 / (1 + Math.E), 0, 2 / (1 + Math.exp(-2))},
          Activation.SOFTPLUS,
              new double[] {Math.log1p(Math.exp(-1)), Math.log(2), Math.log1p(Math.exp(2))},
          Activation.TANH, new double[] {Math.tanh(-1), 0, Math.tanh(2)},
          Activation.SIGMOID, new double[] {1 / (1 + Math.E), 0.5, 1 / (1 + Math.exp(-2))});

  @OnBothEngines
  void functionsAreTheOnesOfTheirNames(String engine) {
    try (Scope scope = new Scope(engine)) {
      assertThat(EXPECTED).containsOnlyKeys(Activation.values());
      for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
        NDArray x = scope.array(type, new Shape(3), -1, 0, 2);
        EXPECTED.forEach(
            (activation, expected) -> {
              NDArray y = activation.apply(x);
              assertThat(y.getDataType()).isEqualTo(type);
              assertThat(HostArrays.toDoubles(y))
                  .as("%s %s", activation, type)
                  .containsExactly(expected, Offset.offset(3e-7));
            });
      }
    }
  }
}
