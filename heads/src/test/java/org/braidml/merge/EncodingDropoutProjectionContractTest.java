package org.braidml.merge;

import java.util.Optional;
import org.braidml.api.EncodingSpec;
import org.braidml.api.ProjectionBlock;
import org.braidml.testkit.Capabilities;
import org.braidml.testkit.Configured;
import org.braidml.testkit.ProjectionContract;

final class EncodingDropoutProjectionContractTest extends ProjectionContract {

  @Override
  protected ProjectionBlock create(EncodingSpec input) {
    return Configured.projection("type = encoding-dropout, rate = 0", input);
  }

  @Override
  protected Optional<ProjectionBlock> createWithDropout(EncodingSpec input) {
    return Optional.of(Configured.projection("type = encoding-dropout, rate = 0.4", input));
  }

  /** What is dropped is replaced, not scaled up. */
  @Override
  protected Capabilities capabilities() {
    return Capabilities.standard().biasedDropout();
  }
}
