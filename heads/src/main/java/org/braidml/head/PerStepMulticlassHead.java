package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * One of C classes at every step: {@code (B, T, H) -> (B, T, C)}; see {@link MulticlassHead}.
 *
 * <p>The same layers read every state of one encoder. The loss is that of {@link MulticlassHead}
 * over the steps that have a target; padded steps and steps without one count neither in it nor in
 * the metrics. The encoder and its transforms must keep every step (time stride 1).
 *
 * <pre>{@code
 * head { type = per-step-multiclass, on = "states(sentence)" }
 * }</pre>
 */
public final class PerStepMulticlassHead implements Head<MulticlassHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public PerStepMulticlassHead() {}

  @Override
  public String id() {
    return "per-step-multiclass";
  }

  @Override
  public Class<MulticlassHeadConfig> configType() {
    return MulticlassHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      MulticlassHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    return PerStep.of(id(), new MulticlassHead(), config, input, target, context);
  }
}
