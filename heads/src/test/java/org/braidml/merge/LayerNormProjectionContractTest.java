package org.braidml.merge;

import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.ProjectionContract;

final class LayerNormProjectionContractTest extends ProjectionContract {
  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return Configured.projection("type = layer-norm", input);
  }
}
