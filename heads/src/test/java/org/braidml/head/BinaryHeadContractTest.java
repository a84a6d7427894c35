package org.braidml.head;

import java.util.Optional;
import java.util.Set;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.testkit.Configured;
import org.braidml.testkit.HeadContract;
import org.junit.jupiter.api.Nested;

final class BinaryHeadContractTest {

  @Nested
  final class Plain extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head("type = binary", input, target);
    }

    @Override
    protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(Configured.head("type = binary, dropout = 0.4", input, target));
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.BINARY);
    }
  }

  @Nested
  final class WeightedAndSmooth extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head(
          "type = binary, units = [6], activation = tanh, positive-weight = 3, label-smoothing = 0.02",
          input,
          target);
    }

    @Override
    protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(
          Configured.head("type = binary, units = [6], dropout = 0.4", input, target));
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.BINARY);
    }
  }
}
