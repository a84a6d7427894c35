package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * A number at every step: {@code (B, T, H) -> (B, T, 1)}; see {@link RegressionHead}.
 *
 * <p>The same layers read every state of one encoder. The loss is that of {@link RegressionHead}
 * over the steps that have a target; padded steps and steps without one count neither in it nor in
 * the metrics. The encoder and its transforms must keep every step (time stride 1).
 *
 * <pre>{@code
 * head { type = per-step-regression, on = "states(sentence)" }
 * }</pre>
 */
public final class PerStepRegressionHead implements Head<RegressionHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public PerStepRegressionHead() {}

  @Override
  public String id() {
    return "per-step-regression";
  }

  @Override
  public Class<RegressionHeadConfig> configType() {
    return RegressionHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      RegressionHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    return PerStep.of(id(), new RegressionHead(), config, input, target, context);
  }
}
