package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * One of C classes by C logits and softmax: {@code (B, M) -> (B, C)}; the loss is cross-entropy,
 * the prediction the probability of each class. A binary target has C = 2: the two-logit form.
 *
 * <p>As in PyTorch, the mean of the loss is weighted by the weights of the examples' classes, and
 * smoothing (C. Szegedy et al., Rethinking the inception architecture for computer vision, 2016,
 * section 7) by e gives each class e / C of every target, times its class weight.
 *
 * <pre>{@code
 * head { type = multiclass, units = [64], dropout = 0.2, class-weights = [1, 1, 2.5] }
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
    Targets.requireEncoding(id(), input, context);
    int classes = target.classes().size();
    if (classes < 2 || target.kind() == TargetSpec.Kind.MULTILABEL) {
      throw Targets.wrongKind(id(), "one of several classes", target, context);
    }
    int weights = config.classWeights().size();
    if (weights != 0 && weights != classes) {
      throw context.refuse(
          "class-weights has "
              + weights
              + " numbers, and the target \""
              + target.name()
              + "\" "
              + classes
              + " classes: "
              + String.join(", ", target.classes()),
          "give a weight for each class, in this order");
    }
    return new MulticlassHeadBlock(config, input.width(), target);
  }
}
