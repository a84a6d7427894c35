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

final class MulticlassHeadContractTest {

  @Nested
  final class Plain extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head("type = multiclass", input, target);
    }

    @Override
    protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(Configured.head("type = multiclass, dropout = 0.4", input, target));
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.BINARY, Kind.MULTICLASS);
    }
  }

  @Nested
  final class WeightedAndSmooth extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head(
          "type = multiclass, units = [6], activation = tanh, label-smoothing = 0.02, class-weights = "
              + target.classes().stream().map(name -> name.length() / 2.0).toList(),
          input,
          target);
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.BINARY, Kind.MULTICLASS);
    }
  }
}
