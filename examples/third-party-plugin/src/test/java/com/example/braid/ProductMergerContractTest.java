package com.example.braid;

import java.util.List;
import org.braidml.api.EncodingSpec;
import org.braidml.api.MergerBlock;
import org.braidml.testkit.Configured;
import org.braidml.testkit.MergerContract;

final class ProductMergerContractTest extends MergerContract {

  @Override
  protected MergerBlock create(List<EncodingSpec> inputs) {
    return Configured.merger("type = product", inputs);
  }

  @Override
  protected boolean needsEqualWidths() {
    return true;
  }
}
