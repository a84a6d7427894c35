package org.braidml.head;

import java.util.Optional;
import java.util.Set;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.testkit.Configured;
import org.braidml.testkit.HeadContract;

final class CountHeadContractTest extends HeadContract {
  @Override
  protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
    return Configured.head("type = count, units = [6], activation = tanh", input, target);
  }

  @Override
  protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
    return Optional.of(Configured.head("type = count, dropout = 0.3", input, target));
  }

  @Override
  protected Set<Kind> kinds() {
    return Set.of(Kind.COUNT);
  }
}
