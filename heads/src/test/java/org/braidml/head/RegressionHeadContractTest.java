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

final class RegressionHeadContractTest {

  @Nested
  final class Squared extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head("type = regression", input, target);
    }

    @Override
    protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(Configured.head("type = regression, dropout = 0.4", input, target));
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.REGRESSION);
    }
  }

  @Nested
  final class Absolute extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head(
          "type = regression, loss = mae, units = [6], activation = tanh", input, target);
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.REGRESSION);
    }
  }

  @Nested
  final class Huber extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head(
          "type = regression, loss = huber, huber-delta = 0.5, units = [6]", input, target);
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.REGRESSION);
    }
  }
}
