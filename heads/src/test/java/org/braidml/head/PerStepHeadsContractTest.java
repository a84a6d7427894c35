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
  final class Binary extends OfEveryStep {
    Binary() {
      super("type = per-step-binary, positive-weight = 2", Kind.BINARY);
    }
  }

  @Nested
  final class Multiclass extends OfEveryStep {
    Multiclass() {
      super(
          "type = per-step-multiclass, units = [5], activation = tanh",
          Kind.BINARY,
          Kind.MULTICLASS);
    }
  }

  @Nested
  final class Regression extends OfEveryStep {
    Regression() {
      super("type = per-step-regression", Kind.REGRESSION);
    }
  }

  @Nested
  final class NextToken extends OfEveryStep {
    NextToken() {
      super("type = next-token", Kind.MULTICLASS);
    }
  }

  /** A head that reads states, and may drop out some of them. */
  private abstract static class OfEveryStep extends HeadContract {

    private final String settings;
    private final Set<Kind> kinds;

    OfEveryStep(String settings, Kind... kinds) {
      this.settings = settings;
      this.kinds = Set.of(kinds);
    }

    @Override
    protected final HeadBlock create(HeadInputSpec input, TargetSpec target) {
      return Configured.head(settings, input, target);
    }

    @Override
    protected final Optional<HeadBlock> createWithDropout(HeadInputSpec input, TargetSpec target) {
      return Optional.of(Configured.head(settings + ", dropout = 0.4", input, target));
    }

    @Override
    protected final Set<Kind> kinds() {
      return kinds;
    }

    @Override
    protected final boolean readsStates() {
      return true;
    }
  }
}
