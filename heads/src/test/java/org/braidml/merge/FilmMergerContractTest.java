package org.braidml.merge;

import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.MergerContract;

final class FilmMergerContractTest extends MergerContract {
  @Override
  protected MergerBlock create(List<EncodingSpec> inputs) {
    return Configured.merger("type = film, by = a", inputs);
  }

  @Override
  protected int leastInputs() {
    return 2;
  }
}
