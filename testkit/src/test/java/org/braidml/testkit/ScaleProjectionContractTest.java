package org.braidml.testkit;

import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;

final class ScaleProjectionContractTest extends ProjectionContract {

  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return new HealthyBlocks.Scale(input);
  }
}
