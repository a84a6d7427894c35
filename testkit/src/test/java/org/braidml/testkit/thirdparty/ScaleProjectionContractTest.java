package org.braidml.testkit.thirdparty;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Init;
import org.braidml.testkit.EachEngine;
import org.braidml.testkit.ProjectionContract;
import org.braidml.testkit.faults.Faults;

final class ScaleProjectionContractTest extends ProjectionContract {

  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return new ScaleBlock(input);
  }

  @EachEngine
  void contractFindsAWrongGradient(String engine) {
    ProjectionContract faulty =
        new ProjectionContract() {
          @Override
          protected ProjectionBlock create(EncodingSpec input) {
            return Faults.wrongGradient(input);
          }
        };
    assertThatThrownBy(() -> faulty.gradientsEqualDifferences(engine))
        .hasMessageContaining("finite differences in float64 say");
  }

  /** Each number times a parameter. */
  private static final class ScaleBlock extends ProjectionBlock {
    private final int width;
    private final Parameter scale;

    ScaleBlock(EncodingSpec input) {
      width = input.width();
      scale = parameter("scale", Init.constant(1), width);
    }

    @Override
    public int width() {
      return width;
    }

    @Override
    public NDArray forward(Pass pass, NDArray encoding) {
      return encoding.mul(pass.value(scale));
    }
  }
}
