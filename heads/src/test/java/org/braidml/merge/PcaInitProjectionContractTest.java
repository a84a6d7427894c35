package org.braidml.merge;

import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.ProjectionContract;

final class PcaInitProjectionContractTest extends ProjectionContract {
  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return Configured.projection("type = pca-init, size = " + Math.min(3, input.width()), input);
  }
}
