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

final class PerStepHeadsContractTest {

  @Nested
  final class Binary extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head("type = per-step-binary, positive-weight = 2", input, target);
    }

    @Override
    protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(Configured.head("type = per-step-binary, dropout = 0.4", input, target));
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.BINARY);
    }

    @Override
    protected boolean readsStates() {
      return true;
    }
  }

  @Nested
  final class Multiclass extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head(
          "type = per-step-multiclass, units = [5], activation = tanh", input, target);
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.BINARY, Kind.MULTICLASS);
    }

    @Override
    protected boolean readsStates() {
      return true;
    }
  }

  @Nested
  final class Regression extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head("type = per-step-regression", input, target);
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.REGRESSION);
    }

    @Override
    protected boolean readsStates() {
      return true;
    }
  }

  @Nested
  final class NextToken extends HeadContract {
    @Override
    protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head("type = next-token", input, target);
    }

    @Override
    protected Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(Configured.head("type = next-token, dropout = 0.4", input, target));
    }

    @Override
    protected Set<Kind> kinds() {
      return Set.of(Kind.MULTICLASS);
    }

    @Override
    protected boolean readsStates() {
      return true;
    }
  }
}
