package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final Shape TABLE = new Shape(3, 2);

  private static Lookup lookup(Scope scope, DataType type) {
    Lookup lookup = new Lookup(3, 2);
    NDArray table = scope.array(type, TABLE, 1, 2, 3, 4, 5, 6);
    ParameterPaths.restore(lookup, Map.of("weight", table), scope.manager);
    return lookup;
  }

  @OnBothEngines
  void looksIdsUp(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray ids = scope.ids(2, 0, 0, 1).reshape(2, 2);
      NDArray found = lookup(scope, DataType.FLOAT32).forward(scope.evaluation(), ids);
      assertThat(found.getShape()).isEqualTo(new Shape(2, 2, 2));
      assertThat(found.toFloatArray()).containsExactly(5, 6, 1, 2, 1, 2, 3, 4);
      assertThat(lookup(scope, DataType.FLOAT64).forward(scope.evaluation(), scope.ids(1)))
          .satisfies(row -> assertThat(row.toDoubleArray()).containsExactly(3, 4));
    }
  }

  @OnBothEngines
  void gradientsOfRepeatedIdsAddUp(String engine) {
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      try (Scope scope = new Scope(engine)) {
        Lookup lookup = lookup(scope, type);
        NDArray ids = scope.ids(2, 0, 2);
        Gradients.backward(lookup, () -> lookup.forward(scope.training(), ids).sum());
        NDArray gradient = Scope.in(Gradients.of(lookup, scope.manager), "weight");
        // id 0 once, id 1 never, id 2 twice
        assertThat(HostArrays.toDoubles(gradient)).containsExactly(1, 1, 0, 0, 2, 2);
      }
    }
  }

  @OnBothEngines
  void rowsAreGatheredFromWhatAnotherLayerComputed(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray matrix = scope.leaf(scope.array(TABLE, 1, 2, 3, 4, 5, 6));
      double[] gradient =
          scope.gradient(
              matrix, () -> Rows.gather(Scalars.mul(matrix, 2), scope.ids(1, 1, 0)).sum());
      // twice the number of times that a row is taken
      assertThat(gradient).containsExactly(2, 2, 4, 4, 0, 0);
    }
  }

  @OnBothEngines
  void idsSpreadOutToOnesAndZeros(String engine) {
    try (Scope scope = new Scope(engine)) {
      NDArray spread = OneHot.of(scope.ids(1, 2), 3, DataType.FLOAT64);
      assertThat(spread.getShape()).isEqualTo(new Shape(2, 3));
      assertThat(spread.toDoubleArray()).containsExactly(0, 1, 0, 0, 0, 1);
      NDArray cube = OneHot.of(scope.ids(1, 0, 0, 1).reshape(2, 2), 2, DataType.FLOAT32);
      assertThat(cube.getShape()).isEqualTo(new Shape(2, 2, 2));
      assertThat(cube.toFloatArray()).containsExactly(0, 1, 1, 0, 1, 0, 0, 1);
    }
  }

  @Test
  void idsOutOfRangeAreRefusedOnTheHostWithRowAndId() {
    assertThatThrownBy(() -> Lookup.checkIds(new int[] {0, 2, 3}, 3, "inputs.review"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inputs.review: id 3 in row 2 is not in [0, 3)");
    assertThatThrownBy(() -> Lookup.checkIds(new int[] {-1}, 3, "inputs.review"))
        .hasMessageContaining("id -1 in row 0");
    assertThatCode(() -> Lookup.checkIds(new int[] {0, 2}, 3, "x")).doesNotThrowAnyException();
  }
}
