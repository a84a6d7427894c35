package org.braidml.testkit.faults;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import org.braidml.api.EncodingSpec;
import org.braidml.api.Pass;
import org.braidml.api.ProjectionBlock;
import org.braidml.api.nn.Init;

/** A scale by a parameter, {@code (B, M) -> (B, M)}, computed in a faulty way. */
final class FaultyProjection extends ProjectionBlock {

  private final int width;
  private final Parameter scale;
  private final Formula formula;
  private double memory;

  /** From the encoding and the parameter to the result. */
  interface Formula {
    NDArray of(FaultyProjection self, Pass pass, NDArray encoding, NDArray scale);
  }

  FaultyProjection(EncodingSpec input, Formula formula) {
    width = input.width();
    scale = parameter("scale", Init.uniform(1), width);
    this.formula = formula;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public NDArray forward(Pass pass, NDArray encoding) {
    return formula.of(this, pass, encoding, pass.value(scale));
  }

  /** Counts training passes outside any parameter. */
  double remember(Pass pass) {
    memory += pass.training() ? 1 : 0;
    return memory;
  }
}
