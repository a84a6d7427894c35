package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * A number: {@code (B, M) -> (B, 1)}; the loss is the mean of squared, absolute or Huber's errors
 * (P. J. Huber, Robust estimation of a location parameter, 1964).
 *
 * <p>Scores and losses are in standard deviations of the target on the training rows, or of its
 * logarithm, around its mean ({@link TargetSpec#scaled}); targets, predictions and metrics are in
 * the target's own unit.
 *
 * <pre>{@code
 * head { type = regression, units = [32], loss = huber, huber-delta = 1.0 }
 * }</pre>
 */
public final class RegressionHead implements Head<RegressionHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public RegressionHead() {}

  @Override
  public String id() {
    return "regression";
  }

  @Override
  public Class<RegressionHeadConfig> configType() {
    return RegressionHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      RegressionHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    Targets.requireEncoding(id(), input, context);
    if (target.kind() != TargetSpec.Kind.REGRESSION) {
      throw Targets.wrongKind(id(), "a number", target, context);
    }
    return new RegressionHeadBlock(config, input.width(), target);
  }
}
