package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.StatesSpec;
import org.braidml.api.TargetSpec;

/**
 * One of C classes by C logits and softmax: {@code (B, M) -> (B, C)}; the loss is cross-entropy,
 * the prediction the probability of each class. A binary target has C = 2: the two-logit form.
 *
 * <pre>{@code
 * head { type = multiclass, units = [64], dropout = 0.2 }
 * }</pre>
 */
public final class MulticlassHead implements Head<MulticlassHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MulticlassHead() {}

  @Override
  public String id() {
    return "multiclass";
  }

  @Override
  public Class<MulticlassHeadConfig> configType() {
    return MulticlassHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      MulticlassHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    if (input instanceof StatesSpec) {
      throw context.refuse(
          "\"multiclass\" reads the merged encoding, not states",
          "set on = merged, or leave it out");
    }
    if (target.classes().size() < 2) {
      throw context.refuse(
          "\"multiclass\" predicts one of several classes; the target \""
              + target.name()
              + "\" is "
              + Targets.describe(target),
          "choose a head for that kind of target, for example " + Targets.headFor(target));
    }
    return new MulticlassHeadBlock(config, input.width(), target.classes().size());
  }
}
