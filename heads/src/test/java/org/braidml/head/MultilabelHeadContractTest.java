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

final class MultilabelHeadContractTest {

  @Nested
  final class Plain extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head("type = multilabel", input, target);
    }

    @Override
    protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(Configured.head("type = multilabel, dropout = 0.4", input, target));
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.MULTILABEL);
    }
  }

  @Nested
  final class WeightedWithAHiddenLayer extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head(
          "type = multilabel, units = [6], activation = tanh, positive-weights = [2, 1, 0.5]",
          input,
          target);
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.MULTILABEL);
    }
  }
}
