package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

final class BesideTest {

  @OnBothEngines
  void arraysOfOneWidthStandInTheirOrder(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      NDArray x = manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new Shape(2, 2, 2));
      NDArray joined = Beside.of(List.of(x, x.neg(), x.square()));
      assertThat(joined.getShape()).isEqualTo(new Shape(2, 2, 6));
      assertThat(joined.get("0, 1").toFloatArray()).containsExactly(3, 4, -3, -4, 9, 16);
      assertThat(joined.get("1, 0").toFloatArray()).containsExactly(5, 6, -5, -6, 25, 36);
    }
  }

  @OnBothEngines
  void arraysOfTwoWidthsDoToo(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      NDArray wide = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      NDArray narrow = manager.create(new float[] {5, 6}, new Shape(2, 1));
      NDArray joined = Beside.of(List.of(wide, narrow));
      assertThat(joined.toFloatArray()).containsExactly(1, 2, 5, 3, 4, 6);
      assertThat(Beside.of(List.of(wide))).isSameAs(wide);
    }
  }

  @OnBothEngines
  void gradientsGoBackToTheirArrays(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      NDArray left = manager.ones(new Shape(2, 2));
      NDArray right = manager.ones(new Shape(2, 2));
      left.setRequiresGradient(true);
      right.setRequiresGradient(true);
      NDArray weights = manager.create(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new Shape(2, 4));
      try (var collector = Engines.get(engine).newGradientCollector()) {
        collector.backward(Beside.of(List.of(left, right)).mul(weights).sum());
      }
      assertThat(left.getGradient().toFloatArray()).containsExactly(1, 2, 5, 6);
      assertThat(right.getGradient().toFloatArray()).containsExactly(3, 4, 7, 8);
    }
  }
}
