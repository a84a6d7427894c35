package org.braidml.testkit;

import java.util.Optional;
import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;

final class DenseProjectionContractTest extends ProjectionContract {

  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return new HealthyBlocks.Dense(input, 0);
  }

  @Override
  protected Optional<ProjectionBlock> createWithDropout(EncodingSpec input) {
    return Optional.of(new HealthyBlocks.Dense(input, 0.3));
  }
}
