package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * How many, by Poisson regression: {@code (B, M) -> (B, 1)}, the logarithm of the expected count;
 * the prediction is the expected count itself.
 *
 * <p>The loss is the negative log-likelihood of a Poisson distribution less that of the best
 * prediction, {@code exp(s) - y s - (y - y log y)}, which is half of the deviance: that of
 * PyTorch's PoissonNLLLoss but for a constant, and 0 at best. Targets are whole numbers, 0 or more;
 * they are not scaled.
 *
 * <pre>{@code
 * target { column = "goals", kind = count }
 * head { type = count, units = [32] }
 * }</pre>
 */
public final class CountHead implements Head<CountHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public CountHead() {}

  @Override
  public String id() {
    return "count";
  }

  @Override
  public Class<CountHeadConfig> configType() {
    return CountHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      CountHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    Targets.requireEncoding(id(), input, context);
    if (target.kind() != TargetSpec.Kind.COUNT) {
      throw Targets.wrongKind(id(), "how many", target, context);
    }
    return new CountHeadBlock(config, input.width());
  }
}
