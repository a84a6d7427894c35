package org.braidml.head;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.braidml.api.Loss;
import org.braidml.api.TargetBatch;
import org.braidml.api.metric.Metric;
import org.braidml.api.metric.Metrics;
import org.braidml.api.nn.Activation;
import org.braidml.api.nn.Scalars;

/** {@code (B, M) -> (B, 1)}: a logit; sigmoid for the prediction. */
final class BinaryHeadBlock extends NumberHeadBlock {

  private final double positiveWeight;
  private final double smoothing;

  BinaryHeadBlock(BinaryHeadConfig config, int inputWidth) {
    super(inputWidth, config.units(), config.activation(), config.dropout());
    this.positiveWeight = config.positiveWeight();
    this.smoothing = config.labelSmoothing();
  }

  @Override
  public List<Metric> metrics() {
    return Metrics.binary();
  }

  @Override
  public Loss loss(NDArray scores, TargetBatch targets) {
    NDArray z = scores.squeeze(1);
    NDArray y = targets.values().toType(z.getDataType(), false);
    if (smoothing > 0) {
      y = Scalars.mul(y, 1 - smoothing).add(smoothing / 2);
    }
    NDArray more = positiveWeight == 1 ? null : Scalars.mul(y, positiveWeight - 1);
    return new Loss(LogisticLoss.each(z, y, more).sum(), weight(targets));
  }

  @Override
  public NDArray predict(NDArray scores) {
    return Activation.SIGMOID.apply(scores);
  }
}
