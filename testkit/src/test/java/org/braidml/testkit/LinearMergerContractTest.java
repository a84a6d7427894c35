package org.braidml.testkit;

import java.util.List;
import java.util.Optional;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;

final class LinearMergerContractTest extends MergerContract {

  @Override
  protected MergerBlock create(List<EncodingSpec> inputs) {
    return new HealthyBlocks.LinearMerger(inputs, 0);
  }

  @Override
  protected Optional<MergerBlock> createWithDropout(List<EncodingSpec> inputs) {
    return Optional.of(new HealthyBlocks.LinearMerger(inputs, 0.5));
  }
}
