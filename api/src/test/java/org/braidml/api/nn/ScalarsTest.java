package org.braidml.api.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

final class ScalarsTest {

  @OnBothEngines
  void computesWhatTheOperationsOfArraysDo(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      NDArray x = manager.create(new float[] {1, 4, 9});
      assertThat(Scalars.mul(x, 0.1).toFloatArray()).containsExactly(0.1f, 4 * 0.1f, 9 * 0.1f);
      assertThat(Scalars.div(x, 3).toFloatArray()).containsExactly(1 / 3f, 4 / 3f, 3f);
      assertThat(Scalars.pow(x, 0.5).toFloatArray()).containsExactly(1, 2, 3);
      assertThat(Scalars.minimum(x, 4.5).toFloatArray()).containsExactly(1, 4, 4.5f);
      assertThat(Scalars.maximum(x, 4.5).toFloatArray()).containsExactly(4.5f, 4.5f, 9);
    }
  }

  @OnBothEngines
  void keepsShapeAndDataType(String engine) {
    try (NDManager manager = Engines.get(engine).newBaseManager()) {
      for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
        NDArray x = manager.ones(new Shape(2, 3), type);
        for (NDArray of : new NDArray[] {x, x.sum()}) {
          NDArray half = Scalars.div(of, 2);
          assertThat(half.getShape()).isEqualTo(of.getShape());
          assertThat(half.getDataType()).isEqualTo(type);
        }
      }
    }
  }
}
