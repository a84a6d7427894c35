package org.braidml.merge;

import java.util.Optional;
import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.ProjectionContract;

final class MlpProjectionContractTest extends ProjectionContract {
  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return Configured.projection("type = mlp, units = [6, 4]", input);
  }

  @Override
  protected Optional<ProjectionBlock> createWithDropout(EncodingSpec input) {
    return Optional.of(Configured.projection("type = mlp, units = [6, 4], dropout = 0.4", input));
  }
}
