package org.braidml.head;

import org.braidml.api.BuildContext;
import org.braidml.api.Head;
import org.braidml.api.HeadBlock;
import org.braidml.api.HeadInputSpec;
import org.braidml.api.TargetSpec;

/**
 * One of two classes by one logit: {@code (B, M) -> (B, 1)}; the loss is binary cross-entropy, the
 * prediction the probability of the positive class.
 *
 * <p>As in PyTorch, {@code positive-weight} multiplies the loss of positive examples, and the mean
 * is over examples. Smoothing by e sets the targets 0 and 1 to e / 2 and 1 - e / 2, which is what
 * {@code multiclass} does with two classes.
 *
 * <pre>{@code
 * head { type = binary, units = [32], dropout = 0.3, positive-weight = 4.6 }
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
    Targets.requireEncoding(id(), input, context);
    if (target.kind() != TargetSpec.Kind.BINARY) {
      throw Targets.wrongKind(id(), "one of two classes", target, context);
    }
    return new BinaryHeadBlock(config, input.width());
  }
}
