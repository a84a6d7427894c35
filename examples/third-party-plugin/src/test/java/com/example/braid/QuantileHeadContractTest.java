package com.example.braid;

import java.util.Set;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;
import org.braidml.testkit.Configured;
import org.braidml.testkit.HeadContract;

final class QuantileHeadContractTest extends HeadContract {

  @Override
  protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
    return Configured.head("type = quantile, level = 0.8", input, target);
  }

  @Override
  protected Set<TargetSpec.Kind> kinds() {
    return Set.of(TargetSpec.Kind.REGRESSION);
  }
}
