package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * Any number of several labels, each by a logit of its own: {@code (B, M) -> (B, L)}; the loss is
 * binary cross-entropy, the prediction the probability that each label is present.
 *
 * <p>As in PyTorch's BCEWithLogitsLoss, {@code positive-weights} multiply the losses of labels that
 * are present, and the mean is over the labels of all examples.
 *
 * <pre>{@code
 * target { kind = multilabel, column = "topics", delimiter = ";" }
 * head { type = multilabel, units = [32], dropout = 0.3 }
 * }</pre>
 */
public final class MultilabelHead implements Head<MultilabelHeadConfig> {

  /** Used by {@link java.util.ServiceLoader}. */
  public MultilabelHead() {}

  @Override
  public String id() {
    return "multilabel";
  }

  @Override
  public Class<MultilabelHeadConfig> configType() {
    return MultilabelHeadConfig.class;
  }

  @Override
  public HeadBlock build(
      MultilabelHeadConfig config, HeadInputSpec input, TargetSpec target, BuildContext context) {
    Targets.requireEncoding(id(), input, context);
    if (target.kind() != TargetSpec.Kind.MULTILABEL) {
      throw Targets.wrongKind(id(), "any number of several labels", target, context);
    }
    int weights = config.positiveWeights().size();
    if (weights > 0 && weights != target.labels().size()) {
      throw context.refuse(
          weights + " positive weights for " + target.labels().size() + " labels",
          "give one for each, in this order: " + String.join(", ", target.labels()));
    }
    return new MultilabelHeadBlock(config, input.width(), target.labels().size());
  }
}
