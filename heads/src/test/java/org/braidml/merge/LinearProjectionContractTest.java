package org.braidml.merge;

import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.ProjectionContract;

final class LinearProjectionContractTest extends ProjectionContract {
  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return Configured.projection("type = linear, size = 4, activation = tanh", input);
  }
}
