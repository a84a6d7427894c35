package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * One of two classes at every step: {@code (B, T, H) -> (B, T, 1)}; see {@link BinaryHead}.
 *
 * <p>The same layers read every state of one encoder. The loss is that of {@link BinaryHead} over
 * the steps that have a target; padded steps and steps without one count neither in it nor in the
 * metrics. The encoder and its transforms must keep every step (time stride 1).
 *
 * <pre>{@code
 * head { type = per-step-binary, on = "states(sentence)" }
 * }</pre>
 */
public final class PerStepBinaryHead implements Head<BinaryHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public PerStepBinaryHead() {}

  @Override
  public String id() {
    return "per-step-binary";
  }

  @Override
  public Class<BinaryHeadConfig> configType() {
    return BinaryHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      BinaryHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    return PerStep.of(id(), new BinaryHead(), config, input, target, context);
  }
}
