package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;

/**
 * One of two classes by one logit: {@code (B, M) -> (B, 1)}; the loss is binary cross-entropy, the
 * prediction the probability of the positive class.
 *
 * <pre>{@code
 * head { type = binary, units = [32], dropout = 0.3 }
 * }</pre>
 */
public final class BinaryHead implements Head<BinaryHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public BinaryHead() {}

  @Override
  public String id() {
    return "binary";
  }

  @Override
  public Class<BinaryHeadConfig> configType() {
    return BinaryHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      BinaryHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    if (input instanceof StatesSpec) {
      throw context.refuse(
          "\"binary\" reads the merged encoding, not states", "set on = merged, or leave it out");
    }
    if (target.kind() != TargetSpec.Kind.BINARY) {
      throw context.refuse(
          "\"binary\" predicts one of two classes; the target \""
              + target.name()
              + "\" is "
              + Targets.describe(target),
          "choose a head for that kind of target, for example " + Targets.headFor(target));
    }
    return new BinaryHeadBlock(config, input.width());
  }
}
