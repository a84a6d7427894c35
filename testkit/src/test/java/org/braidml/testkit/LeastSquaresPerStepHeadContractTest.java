package org.braidml.testkit;

import java.util.Set;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.SpecException;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;
import org.braidml.api.TargetSpec.Kind;
import org.braidml.api.config.Problem;

final class LeastSquaresPerStepHeadContractTest extends HeadContract {

  @Override
  protected HeadBlock create(HeadInputSpec input, TargetSpec target) {
    if (target.kind() != Kind.REGRESSION
        || !(input instanceof StatesSpec states)
        || !states.everyStep()) {
      throw new SpecException(Problem.at("head").what("cannot read this").build());
    }
    return new HealthyBlocks.LeastSquares(input);
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
