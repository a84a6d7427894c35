package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InitTest {

  private static final Shape BIG = new Shape(100, 100);
  private static final long FROZEN_HASH = 3047436976099328504L;
  private static final double FROZEN_UNIFORM = 0.028118669450630573;
  private static final double FROZEN_GAUSSIAN = 0.07529297995214175;

  private static double[] draw(Init init, Shape shape) {
    return init.values(shape, Streams.of(7, "x"));
  }

  @Test
  void constantsAreConstant() {
    assertThat(draw(Init.zeros(), new Shape(2, 2))).containsOnly(0);
    assertThat(draw(Init.constant(1.5), new Shape(3))).containsExactly(1.5, 1.5, 1.5);
  }

  @Test
  void stackedPartsStandOneUnderAnother() {
    Init gates = Init.stacked(Init.zeros(), Init.constant(1), Init.uniform(1));
    double[] drawn = draw(gates, new Shape(6, 2));
    assertThat(Arrays.copyOf(drawn, 8)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(Arrays.copyOfRange(drawn, 8, 12))
        .containsExactly(draw(Init.uniform(1), new Shape(2, 2)));
    assertThatThrownBy(() -> draw(gates, new Shape(4, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the rows of (4, 2) are not 3 equal parts");
  }

  @Test
  void uniformFillsItsRange() {
    double[] drawn = draw(Init.uniform(2), BIG);
    // the mean of 10,000 has deviation 2 / sqrt(3) / 100 = 0.012
    assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0, Offset.offset(0.06));
    assertThat(Arrays.stream(drawn).min().orElseThrow()).isBetween(-2.0, -1.99);
    assertThat(Arrays.stream(drawn).max().orElseThrow()).isBetween(1.99, 2.0);
  }

  @Test
  void boundsFollowTheWidths() {
    double glorot = Arrays.stream(draw(Init.xavierUniform(50, 100), BIG)).max().orElseThrow();
    assertThat(glorot).isBetween(0.99 * Math.sqrt(6.0 / 150), Math.sqrt(6.0 / 150));
    double kaiming = Arrays.stream(draw(Init.kaimingUniform(100), BIG)).max().orElseThrow();
    assertThat(kaiming).isBetween(0.099, 0.1);
  }

  @Test
  void normalHasItsDeviation() {
    double[] drawn = draw(Init.normal(0.1), BIG);
    double variance = Arrays.stream(drawn).map(v -> v * v).average().orElseThrow();
    // relative deviation of a variance of 10,000: sqrt(2 / 10,000) = 0.014
    assertThat(variance).isCloseTo(0.01, Offset.offset(0.01 * 0.07));
    // two in three within one deviation: 0.6827, deviation 0.0047
    double inside = Arrays.stream(drawn).filter(v -> Math.abs(v) < 0.1).count() / 1e4;
    assertThat(inside).isCloseTo(0.6827, Offset.offset(0.024));
  }

  @Test
  void orthogonalMatricesAreOrthogonal() {
    for (Shape shape : new Shape[] {new Shape(5, 5), new Shape(3, 7), new Shape(7, 3)}) {
      int rows = (int) shape.get(0);
      int columns = (int) shape.get(1);
      double[] drawn = draw(Init.orthogonal(), shape);
      boolean wide = rows <= columns;
      int count = Math.min(rows, columns);
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          double dot = 0;
          for (int k = 0; k < Math.max(rows, columns); k++) {
            dot +=
                wide
                    ? drawn[i * columns + k] * drawn[j * columns + k]
                    : drawn[k * columns + i] * drawn[k * columns + j];
          }
          assertThat(dot).isCloseTo(i == j ? 1 : 0, Offset.offset(1e-14));
        }
      }
    }
  }

  @Test
  void streamsDependOnSeedAndPathAndNeverChange() {
    // Frozen: experiments repeat by these numbers.
    assertThat(Streams.hash(1, "head.weight")).isEqualTo(FROZEN_HASH);
    RandomGenerator stream = Streams.of(1, "head.weight");
    assertThat(stream.nextDouble()).isEqualTo(FROZEN_UNIFORM);
    assertThat(Streams.gaussian(stream)).isEqualTo(FROZEN_GAUSSIAN);
    assertThat(Streams.hash(2, "head.weight")).isNotEqualTo(FROZEN_HASH);
    assertThat(Streams.hash(1, "head.bias")).isNotEqualTo(FROZEN_HASH);
  }

  @OnBothEngines
  void withoutAStreamAnInitialisationTellsWhatToDo(String engine) {
    try (Scope scope = new Scope(engine)) {
      Linear linear = new Linear(2, 2);
      assertThatThrownBy(
              () -> linear.initialize(scope.manager, ai.djl.ndarray.types.DataType.FLOAT32))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ParameterPaths.initialize");
    }
  }

  @Test
  void aWrongNumberOfValuesIsRefused() {
    Init bad = Init.of((shape, random) -> new double[1]);
    assertThatThrownBy(() -> draw(bad, new Shape(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 numbers for shape (2)");
  }

  @OnBothEngines
  void valuesAreCopiedIntoTheEngine(String engine) {
    try (Scope scope = new Scope(engine)) {
      double[] values = {1, 2};
      NDArray array = scope.array(new Shape(2), values);
      values[0] = 5;
      assertThat(array.toFloatArray()).containsExactly(1, 2);
    }
  }
}
